#pragma once

namespace quarterdeck {

class CatalogWriter;
struct YamlNode;

/// One entity of Backstage. Source: Backstage, "Descriptor Format of Catalog Entities".
void readBackstage(const YamlNode &root, CatalogWriter &out);
/// A service of an opslevel.yml, version 1. Source: OpsLevel, "opslevel.yml".
void readOpsLevel(const YamlNode &root, CatalogWriter &out);
/// A service, resource, domain or team of Cortex: OpenAPI with x-cortex- keys. Source: Cortex, "Cortex entity descriptor".
void readCortex(const YamlNode &root, CatalogWriter &out);
/// A service definition of Datadog, schema v1 to v2.2. Source: Datadog, service-catalog/v2.2/schema.json.
void readDatadogService(const YamlNode &root, CatalogWriter &out);
/// An entity of Datadog, apiVersion v3. Source: Datadog, service-catalog/v3/entity.schema.json.
void readDatadogEntity(const YamlNode &root, CatalogWriter &out);

} // namespace quarterdeck

#!/usr/bin/env bash
# @grafana/data 13.2.3 (npm): Grafana's own transformations on values of which some are missing, on texts, and on a time that two rows share.
# Expected: what is missing stays missing, passes no comparison, and "false" is false. Seen: "Add field from calculation" makes 0 of nothing / 2, a
# ratio without errors where there was none at all, and 0 the sum of nothing; "Filter data by values" lets nothing pass as greater than -1 and as
# lower than 1; "Convert field type" makes true of "false", "0" and "no", and 1.2345 of "1.234,5"; an outer join keeps the last of two rows of one
# time. An inner join keeps both.
# So: figures on a panel with transformations are compared with the query's own answer before anyone relies on a zero.
set -euo pipefail
packages=(@grafana/data@13.2.3 react@18.3.1 react-dom@18.3.1 rxjs@7.8.2)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts --legacy-peer-deps "${packages[@]}" >/dev/null 2>&1 || { echo "cannot get ${packages[*]}"; exit 2; }
cat >ask.cjs <<'J'
const data = require("@grafana/data"), { firstValueFrom } = require("rxjs");
globalThis.window = { location: { search: "", href: "http://h/" }, grafanaBootData: { settings: {}, user: {} }, addEventListener() {} };
data.standardTransformersRegistry.setInit(() => [...new Map(Object.values(data.standardTransformers)
  .map(one => [one.id, { id: one.id, name: one.name, transformation: () => one, editor: () => null }])).values()]);
const { number, string, time } = data.FieldType;
const frame = (name, columns) => data.toDataFrame({ name, fields: Object.entries(columns).map(([label, [type, values]]) => ({ name: label, type, values })) });
const ask = async (id, options, column, ...frames) => {
  const [answer] = await firstValueFrom(data.transformDataFrame([{ id, options }], frames));
  return answer.fields.find(field => field.name === column).values.map(value => value === undefined ? "nothing" : `${value}`).join(" ");
};
const pair = frame("f", { A: [number, [1, null, 4]], B: [number, [2, 2, 2]] }), texts = frame("f", { v: [string, ["true", "false", "0", "no"]] });
const compare = (id, value) => ({ type: "include", match: "all", filters: [{ fieldName: "A", config: { id, options: { value } } }] });
const to = destinationType => ({ conversions: [{ targetField: "v", destinationType }] });
const join = mode => ["joinByField", { byField: "t", mode }, "A", frame("a", { t: [time, [1, 2, 2]], A: [number, [1, 2, 22]] }),
  frame("b", { t: [time, [1, 2]], B: [number, [10, 20]] })];
const questions = {
  "A / B of 1 null 4 and 2 2 2": ["calculateField", { mode: "binary", binary: { left: "A", operator: "/", right: "B" } }, "A / B", pair],
  "sum of a row of nulls": ["calculateField", { mode: "reduceRow", reduce: { reducer: "sum" } }, "Total", frame("f", { A: [number, [null]], B: [number, [null]] })],
  "greater than -1 of 1 null 4": ["filterByValue", compare("greater", -1), "A", pair],
  "lower than 2 of 1 null 4": ["filterByValue", compare("lower", 2), "A", pair],
  "true false 0 no as boolean": ["convertFieldType", to("boolean"), "v", texts],
  "1,234 and 1.234,5 as number": ["convertFieldType", to("number"), "v", frame("f", { v: [string, ["1,234", "1.234,5"]] })],
  "outer join of 1 2 22": join("outer"),
  "inner join of 1 2 22": join("inner"),
};
(async () => {
  const seen = [];
  for (const [name, question] of Object.entries(questions)) {
    seen.push(await ask(...question));
    console.log(`${name}: ${seen.at(-1)}`);
  }
  process.exit(seen.join("|") === "0.5 0 2|0|1 null 4|1 null|true true true true|1234 1.2345|1 22|1 2 22" ? 0 : 1);
})();
J
echo "@grafana/data $(node -p 'JSON.parse(fs.readFileSync("node_modules/@grafana/data/package.json")).version')"
code=0; TZ=UTC node ask.cjs || code=$?
[ "$code" != 0 ] || { echo "as found"; exit 0; }
echo "changed"; exit 1

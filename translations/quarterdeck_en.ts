<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Inbox</name>
    <message numerus="yes">
        <source>%n more source(s) not up to date</source>
        <translation>
            <numerusform>%n more source is not up to date</numerusform>
            <numerusform>%n more sources are not up to date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) without service or team</source>
        <translation>
            <numerusform>%n alert without service or team</numerusform>
            <numerusform>%n alerts without service or team</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>collapsed: %2 on %n instance(s)</source>
        <translation>
            <numerusform>collapsed: %2 on %n instance</numerusform>
            <numerusform>collapsed: %2 on %n instances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 and %n more depend on it</source>
        <translation>
            <numerusform>%2 and %n more depend on it</numerusform>
            <numerusform>%2 and %n more depend on it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new alert(s), not shown yet</source>
        <translation>
            <numerusform>%n new alert, not shown yet</numerusform>
            <numerusform>%n new alerts, not shown yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stale</source>
        <translation>
            <numerusform>%n stale</numerusform>
            <numerusform>%n stale</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln acknowledged</source>
        <translation>
            <numerusform>%Ln acknowledged</numerusform>
            <numerusform>%Ln acknowledged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open</source>
        <translation>
            <numerusform>%Ln open</numerusform>
            <numerusform>%Ln open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This silences alerts on %n service(s). Is that intended?</source>
        <translation>
            <numerusform>This silences alerts on %n service. Is that intended?</numerusform>
            <numerusform>This silences alerts on %n services. Is that intended?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln firing</source>
        <translation>
            <numerusform>%Ln firing</numerusform>
            <numerusform>%Ln firing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln silenced</source>
        <translation>
            <numerusform>%Ln silenced</numerusform>
            <numerusform>%Ln silenced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln resolved</source>
        <translation>
            <numerusform>%Ln resolved</numerusform>
            <numerusform>%Ln resolved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln inhibited</source>
        <translation>
            <numerusform>%Ln inhibited</numerusform>
            <numerusform>%Ln inhibited</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln muted</source>
        <translation>
            <numerusform>%Ln muted</numerusform>
            <numerusform>%Ln muted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln quiet</source>
        <translation>
            <numerusform>%Ln quiet</numerusform>
            <numerusform>%Ln quiet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This silences every open alert of this source: all %n.</source>
        <translation>
            <numerusform>This silences every open alert of this source: all %n.</numerusform>
            <numerusform>This silences every open alert of this source: all %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 also matches alerts without that label: %n of those it silences.</source>
        <translation>
            <numerusform>%1 also matches alerts without that label: %n of those it silences.</numerusform>
            <numerusform>%1 also matches alerts without that label: %n of those it silences.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln silenced until %1</source>
        <translation>
            <numerusform>%Ln silenced until %1</numerusform>
            <numerusform>%Ln silenced until %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln silenced, the first until %1</source>
        <translation>
            <numerusform>%Ln silenced, until %1</numerusform>
            <numerusform>%Ln silenced, the first until %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln snoozed</source>
        <translation>
            <numerusform>%Ln snoozed</numerusform>
            <numerusform>%Ln snoozed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in downtime</source>
        <translation>
            <numerusform>%Ln in downtime</numerusform>
            <numerusform>%Ln in downtime</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without “%1”: %n alert(s).</source>
        <translation>
            <numerusform>Without “%1”: %n alert.</numerusform>
            <numerusform>Without “%1”: %n alerts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LoadPage</name>
    <message numerus="yes">
        <source>%Ln interruption(s) so far; not enough history to compare</source>
        <translation>
            <numerusform>%Ln interruption so far; not enough history to compare</numerusform>
            <numerusform>%Ln interruptions so far; not enough history to compare</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) without a responder: each counts separately, none in a shift.</source>
        <translation>
            <numerusform>%Ln incident without a responder: it counts separately, in no shift.</numerusform>
            <numerusform>%Ln incidents without a responder: each counts separately, none in a shift.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MetricsWords</name>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n series</numerusform>
            <numerusform>%n series</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the first %1 series are shown, %n more are left out: narrow the query</source>
        <translation>
            <numerusform>Only the first %1 series are shown, %n more is left out: narrow the query</numerusform>
            <numerusform>Only the first %1 series are shown, %n more are left out: narrow the query</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>zero and below cannot be shown on a logarithmic axis: gaps in %n series</source>
        <translation>
            <numerusform>zero and below cannot be shown on a logarithmic axis: gaps in %n series</numerusform>
            <numerusform>zero and below cannot be shown on a logarithmic axis: gaps in %n series</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OnCallWords</name>
    <message numerus="yes">
        <source>Nobody is on call for %1 and %n other(s)</source>
        <translation>
            <numerusform>Nobody is on call for %1 and %n other</numerusform>
            <numerusform>Nobody is on call for %1 and %n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Who is on call is not known for %n policy(s)</source>
        <translation>
            <numerusform>Who is on call is not known for %n policy</numerusform>
            <numerusform>Who is on call is not known for %n policies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n policy(s) have gaps in the next 14 days</source>
        <translation>
            <numerusform>%n policy has gaps in the next 14 days</numerusform>
            <numerusform>%n policies have gaps in the next 14 days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message numerus="yes">
        <source>%n conflict(s) need(s) a decision</source>
        <translation>
            <numerusform>%n conflict needs a decision</numerusform>
            <numerusform>%n conflicts need a decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ownership</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more gap(s)</source>
        <translation>
            <numerusform>%n more gap</numerusform>
            <numerusform>%n more gaps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n service(s) without an owner that is known</source>
        <translation>
            <numerusform>%n service without an owner that is known</numerusform>
            <numerusform>%n services without an owner that is known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every service has an owner; %n service(s) have gaps on call</source>
        <translation>
            <numerusform>Every service has an owner; %n service has gaps on call</numerusform>
            <numerusform>Every service has an owner; %n services have gaps on call</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServicesPage</name>
    <message numerus="yes">
        <source>%1, %n open alert(s) since %2</source>
        <translation>
            <numerusform>%1, %n open alert since %2</numerusform>
            <numerusform>%1, %n open alerts since %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WarningText</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::AlertHead</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::Desktop</name>
    <message numerus="yes">
        <source>%n part(s) of the configuration are ignored, and what they define is not watched. %1</source>
        <translation>
            <numerusform>%n part of the configuration is ignored, and what it defines is not watched. %1</numerusform>
            <numerusform>%n parts of the configuration are ignored, and what they define is not watched. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::DetailChart</name>
    <message numerus="yes">
        <source>4 of %n series</source>
        <translation>
            <numerusform>4 of %n series</numerusform>
            <numerusform>4 of %n series</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::DetailLogs</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) nearest to the start</source>
        <translation>
            <numerusform>%n line nearest to the start</numerusform>
            <numerusform>%n lines nearest to the start</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::ExplainPanel</name>
    <message numerus="yes">
        <source>%1 of %Ln incident(s) behind these figures</source>
        <translation>
            <numerusform>%1 of %Ln incident behind these figures</numerusform>
            <numerusform>%1 of %Ln incidents behind these figures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) behind these figures</source>
        <translation>
            <numerusform>%Ln incident behind these figures</numerusform>
            <numerusform>%Ln incidents behind these figures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::Explanation</name>
    <message numerus="yes">
        <source>Based on %Ln incident(s) created %1.</source>
        <translation>
            <numerusform>Based on %Ln incident created %1.</numerusform>
            <numerusform>Based on %Ln incidents created %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::ExtendDialog</name>
    <message numerus="yes">
        <source>Extend %n silence(s)</source>
        <translation>
            <numerusform>Extend %n silence</numerusform>
            <numerusform>Extend %n silences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::FacetMenu</name>
    <message numerus="yes">
        <source>%1 (%n value(s))</source>
        <translation>
            <numerusform>%1 (%n value)</numerusform>
            <numerusform>%1 (%n values)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n alert(s))</source>
        <translation>
            <numerusform>%1 (%n alert)</numerusform>
            <numerusform>%1 (%n alerts)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more, less frequent</source>
        <translation>
            <numerusform>%n more, less frequent</numerusform>
            <numerusform>%n more, less frequent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::FilterCompleter</name>
    <message numerus="yes">
        <source>%1 (%n alert(s))</source>
        <translation>
            <numerusform>%1 (%n alert)</numerusform>
            <numerusform>%1 (%n alerts)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::GroupView</name>
    <message numerus="yes">
        <source>%Ln alert(s)</source>
        <translation>
            <numerusform>%Ln alert</numerusform>
            <numerusform>%Ln alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stale: their source is not up to date</source>
        <translation>
            <numerusform>%Ln stale: its source is not up to date</numerusform>
            <numerusform>%Ln stale: their source is not up to date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln alert(s): actions apply to these, not to the group</source>
        <translation>
            <numerusform>%Ln alert: actions apply to it, not to the group</numerusform>
            <numerusform>%Ln alerts: actions apply to these, not to the group</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln alert(s), offered as one silence</source>
        <translation>
            <numerusform>%Ln alert, offered as one silence</numerusform>
            <numerusform>%Ln alerts, offered as one silence</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln alert(s), one by one</source>
        <translation>
            <numerusform>%Ln alert</numerusform>
            <numerusform>%Ln alerts, one by one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open alert(s) at %1</source>
        <translation>
            <numerusform>%Ln open alert at %1</numerusform>
            <numerusform>%Ln open alerts at %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln elsewhere unaffected</source>
        <translation>
            <numerusform>%Ln elsewhere unaffected</numerusform>
            <numerusform>%Ln elsewhere unaffected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::HandoverDialog</name>
    <message numerus="yes">
        <source>The last %n hour(s)</source>
        <translation>
            <numerusform>The last hour</numerusform>
            <numerusform>The last %n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::HistogramBar</name>
    <message numerus="yes">
        <source>at least %n line(s)</source>
        <translation>
            <numerusform>at least %n line</numerusform>
            <numerusform>at least %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::InboxController</name>
    <message numerus="yes">
        <source>%n acknowledgement(s) queued.</source>
        <translation>
            <numerusform>%n acknowledgement queued.</numerusform>
            <numerusform>%n acknowledgements queued.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Silence for %1 queued; it will hide %n alert(s).</source>
        <translation>
            <numerusform>Silence for %1 queued; it will hide %n alert.</numerusform>
            <numerusform>Silence for %1 queued; it will hide %n alerts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>End %n silence(s)?</source>
        <translation>
            <numerusform>End %n silence?</numerusform>
            <numerusform>End %n silences?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>End of %n silence(s) queued.</source>
        <translation>
            <numerusform>End of %n silence queued.</numerusform>
            <numerusform>End of %n silences queued.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) copied.</source>
        <translation>
            <numerusform>%n alert copied.</numerusform>
            <numerusform>%n alerts copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Extension of %n silence(s) queued.</source>
        <translation>
            <numerusform>Extension of %n silence queued.</numerusform>
            <numerusform>Extension of %n silences queued.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln alert(s)</source>
        <translation>
            <numerusform>%Ln alert</numerusform>
            <numerusform>%Ln alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::InboxHerald</name>
    <message numerus="yes">
        <source>%Ln new critical alert(s) in many services</source>
        <translation>
            <numerusform>%Ln new critical alert in many services</numerusform>
            <numerusform>%Ln new critical alerts in many services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new critical alert(s)</source>
        <translation>
            <numerusform>%Ln new critical alert</numerusform>
            <numerusform>%Ln new critical alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln alert(s)</source>
        <translation>
            <numerusform>%Ln alert</numerusform>
            <numerusform>%Ln alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::InboxPage</name>
    <message numerus="yes">
        <source>Acknowledge %n marked</source>
        <translation>
            <numerusform>Acknowledge %n marked</numerusform>
            <numerusform>Acknowledge %n marked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::IncidentJoins</name>
    <message numerus="yes">
        <source>%n alert(s) are shown as one incident.</source>
        <translation>
            <numerusform>%n alert is shown as one incident.</numerusform>
            <numerusform>%n alerts are shown as one incident.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) are separate again.</source>
        <translation>
            <numerusform>%n alert is separate again.</numerusform>
            <numerusform>%n alerts are separate again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::LibraryPane</name>
    <message numerus="yes">
        <source>%n runbook(s)</source>
        <translation>
            <numerusform>%n runbook</numerusform>
            <numerusform>%n runbooks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runbook(s) overdue for review</source>
        <translation>
            <numerusform>%n runbook overdue for review</numerusform>
            <numerusform>%n runbooks overdue for review</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::LogsPage</name>
    <message numerus="yes">
        <source>Copied %n line(s).</source>
        <translation>
            <numerusform>Copied %n line.</numerusform>
            <numerusform>Copied %n lines.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::MainWindow</name>
    <message numerus="yes">
        <source>%Ln discarded: not sent.</source>
        <translation>
            <numerusform>%Ln discarded: not sent.</numerusform>
            <numerusform>%Ln discarded: not sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::MarkdownView</name>
    <message numerus="yes">
        <source>(a table of %Ln row(s))</source>
        <translation>
            <numerusform>(a table of %Ln row)</numerusform>
            <numerusform>(a table of %Ln rows)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::MetricsPage</name>
    <message numerus="yes">
        <source>Copied %n command(s).</source>
        <translation>
            <numerusform>Copied %n command.</numerusform>
            <numerusform>Copied %n commands.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::Notifier</name>
    <message numerus="yes">
        <source>and %n more alert(s)</source>
        <translation>
            <numerusform>and %n more alert</numerusform>
            <numerusform>and %n more alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::OutboxSheet</name>
    <message numerus="yes">
        <source>Discard all %Ln waiting</source>
        <translation>
            <numerusform>Discard all %Ln waiting</numerusform>
            <numerusform>Discard all %Ln waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::OwnershipPage</name>
    <message numerus="yes">
        <source>%n without an owner</source>
        <translation>
            <numerusform>%n without an owner</numerusform>
            <numerusform>%n without an owner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with an unknown owner</source>
        <translation>
            <numerusform>%n with an unknown owner</numerusform>
            <numerusform>%n with an unknown owner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with catalogs that disagree</source>
        <translation>
            <numerusform>%n with catalogs that disagree</numerusform>
            <numerusform>%n with catalogs that disagree</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with gaps on call</source>
        <translation>
            <numerusform>%n with gaps on call</numerusform>
            <numerusform>%n with gaps on call</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a runbook</source>
        <translation>
            <numerusform>%n without a runbook</numerusform>
            <numerusform>%n without a runbook</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not fully known</source>
        <translation>
            <numerusform>%n not fully known</numerusform>
            <numerusform>%n not fully known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n service(s)</source>
        <translation>
            <numerusform>%1 of %n service</numerusform>
            <numerusform>%1 of %n services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::RailItem</name>
    <message numerus="yes">
        <source>%1, %n critical</source>
        <translation>
            <numerusform>%1, %n critical</numerusform>
            <numerusform>%1, %n critical</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::RotaPage</name>
    <message numerus="yes">
        <source>%n policy(s)</source>
        <translation>
            <numerusform>%n policy</numerusform>
            <numerusform>%n policies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n policy(s)</source>
        <translation>
            <numerusform>%1 of %n policy</numerusform>
            <numerusform>%1 of %n policies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::RunDelegate</name>
    <message numerus="yes">
        <source>%n step(s) done</source>
        <translation>
            <numerusform>%n step done</numerusform>
            <numerusform>%n steps done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::RunPane</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::RunbookCard</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::RunbookWords</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::RunbooksPage</name>
    <message numerus="yes">
        <source>runbook, %n step(s)</source>
        <translation>
            <numerusform>runbook, %n step</numerusform>
            <numerusform>runbook, %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::ServiceList</name>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n service(s)</source>
        <translation>
            <numerusform>%1 of %n service</numerusform>
            <numerusform>%1 of %n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n service(s) failing, %1 degraded</source>
        <translation>
            <numerusform>%n service failing, %1 degraded</numerusform>
            <numerusform>%n services failing, %1 degraded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n service(s) failing</source>
        <translation>
            <numerusform>%n service failing</numerusform>
            <numerusform>%n services failing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n service(s) degraded, none failing</source>
        <translation>
            <numerusform>%n service degraded, none failing</numerusform>
            <numerusform>%n services degraded, none failing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::SettingsPage</name>
    <message numerus="yes">
        <source>%n source(s), all up to date</source>
        <translation>
            <numerusform>%n source, up to date</numerusform>
            <numerusform>%n sources, all up to date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n source(s) up to date</source>
        <translation>
            <numerusform>%1 of %n source up to date</numerusform>
            <numerusform>%1 of %n sources up to date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::SidePane</name>
    <message numerus="yes">
        <source>and %n more in the inbox</source>
        <translation>
            <numerusform>and %n more in the inbox</numerusform>
            <numerusform>and %n more in the inbox</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::SilenceDialog</name>
    <message numerus="yes">
        <source>Acknowledge %n alert(s) with one silence</source>
        <translation>
            <numerusform>Acknowledge %n alert with one silence</numerusform>
            <numerusform>Acknowledge %n alerts with one silence</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Silence %n alert(s)</source>
        <translation>
            <numerusform>Silence %n alert</numerusform>
            <numerusform>Silence %n alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only on %2: %n alert(s) from other sources unaffected.</source>
        <translation>
            <numerusform>Only on %2: %n alert from another source unaffected.</numerusform>
            <numerusform>Only on %2: %n alerts from other sources unaffected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hides %n open alert(s)</source>
        <translation>
            <numerusform>Hides %n open alert</numerusform>
            <numerusform>Hides %n open alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::SourceVerbs</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge %n incident(s) into one?</source>
        <translation>
            <numerusform>Merge %n incident into one?</numerusform>
            <numerusform>Merge %n incidents into one?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resolve %n incident(s)?</source>
        <translation>
            <numerusform>Resolve %n incident?</numerusform>
            <numerusform>Resolve %n incidents?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::StripRow</name>
    <message numerus="yes">
        <source>%n more source(s) not up to date: %1</source>
        <translation>
            <numerusform>%n more source is not up to date: %1</numerusform>
            <numerusform>%n more sources are not up to date: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new alert(s) since you scrolled</source>
        <translation>
            <numerusform>%n new alert since you scrolled</numerusform>
            <numerusform>%n new alerts since you scrolled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln alert(s) marked: actions apply to these</source>
        <translation>
            <numerusform>%Ln alert marked: actions apply to it</numerusform>
            <numerusform>%Ln alerts marked: actions apply to these</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::UndoBook</name>
    <message numerus="yes">
        <source>%Ln discarded before it was sent</source>
        <translation>
            <numerusform>%Ln discarded before it was sent</numerusform>
            <numerusform>%Ln discarded before they were sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be undone</source>
        <translation>
            <numerusform>%Ln cannot be undone</numerusform>
            <numerusform>%Ln cannot be undone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln already sent: undoing is queued</source>
        <translation>
            <numerusform>%Ln already sent: undoing it is queued</numerusform>
            <numerusform>%Ln already sent: undoing them is queued</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::Welcome</name>
    <message numerus="yes">
        <source>Found %n backend(s):</source>
        <translation>
            <numerusform>Found %n backend:</numerusform>
            <numerusform>Found %n backends:</numerusform>
        </translation>
    </message>
</context>
</TS>

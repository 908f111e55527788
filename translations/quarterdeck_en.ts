<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Inbox</name>
    <message numerus="yes">
        <source>%n more source(s) are not live</source>
        <translation>
            <numerusform>%n more source is not live</numerusform>
            <numerusform>%n more sources are not live</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) carry no service or team</source>
        <translation>
            <numerusform>%n alert carries no service or team</numerusform>
            <numerusform>%n alerts carry no service or team</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>folded: %2 on %n instance(s)</source>
        <translation>
            <numerusform>folded: %2 on %n instance</numerusform>
            <numerusform>folded: %2 on %n instances</numerusform>
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
        <source>%n new, held back</source>
        <translation>
            <numerusform>%n new, held back</numerusform>
            <numerusform>%n new, held back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n out of date</source>
        <translation>
            <numerusform>%n out of date</numerusform>
            <numerusform>%n out of date</numerusform>
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
        <source>It reaches across %n service(s). Is that meant?</source>
        <translation>
            <numerusform>It reaches across %n service. Is that meant?</numerusform>
            <numerusform>It reaches across %n services. Is that meant?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln triggered</source>
        <translation>
            <numerusform>%Ln triggered</numerusform>
            <numerusform>%Ln triggered</numerusform>
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
        <source>It hides every alert that is open at this source: all %n.</source>
        <translation>
            <numerusform>It hides the one alert that is open at this source.</numerusform>
            <numerusform>It hides every alert that is open at this source: all %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 also matches alerts without that label: %n of those it hides.</source>
        <translation>
            <numerusform>%1 also matches alerts without that label: %n of those it hides.</numerusform>
            <numerusform>%1 also matches alerts without that label: %n of those it hides.</numerusform>
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
</context>
<context>
    <name>LoadPage</name>
    <message numerus="yes">
        <source>%Ln interruption(s) so far; the history is too short to compare</source>
        <translation>
            <numerusform>%Ln interruption so far; the history is too short to compare</numerusform>
            <numerusform>%Ln interruptions so far; the history is too short to compare</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) name no responder: each stands for itself, none in a shift.</source>
        <translation>
            <numerusform>%Ln incident names no responder: it stands for itself, in no shift.</numerusform>
            <numerusform>%Ln incidents name no responder: each stands for itself, none in a shift.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message numerus="yes">
        <source>%n conflict(s) need(s) you</source>
        <translation>
            <numerusform>%n conflict needs you</numerusform>
            <numerusform>%n conflicts need you</numerusform>
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
        <source>%n part(s) of the configuration are left out, and nobody watches what they name. %1</source>
        <translation>
            <numerusform>%n part of the configuration is left out, and nobody watches what it names. %1</numerusform>
            <numerusform>%n parts of the configuration are left out, and nobody watches what they name. %1</numerusform>
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
        <source>the %n line(s) nearest to the onset</source>
        <translation>
            <numerusform>nearest line</numerusform>
            <numerusform>nearest %n lines</numerusform>
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
        <source>Inputs: %Ln incident(s) created from %1.</source>
        <translation>
            <numerusform>Inputs: %Ln incident created from %1.</numerusform>
            <numerusform>Inputs: %Ln incidents created from %1.</numerusform>
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
    <name>quarterdeck::GroupView</name>
    <message numerus="yes">
        <source>%Ln alert(s)</source>
        <translation>
            <numerusform>%Ln alert</numerusform>
            <numerusform>%Ln alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln out of date: their source is not live</source>
        <translation>
            <numerusform>%Ln out of date: its source is not live</numerusform>
            <numerusform>%Ln out of date: their source is not live</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln alert(s): every verb acts on these, not on the group</source>
        <translation>
            <numerusform>%Ln alert: every verb acts on it, not on the group</numerusform>
            <numerusform>%Ln alerts: every verb acts on these, not on the group</numerusform>
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
        <source>%Ln alert(s), each by itself</source>
        <translation>
            <numerusform>%Ln alert</numerusform>
            <numerusform>%Ln alerts, each by itself</numerusform>
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
        <source>%Ln elsewhere stay as they are</source>
        <translation>
            <numerusform>%Ln elsewhere stays as it is</numerusform>
            <numerusform>%Ln elsewhere stay as they are</numerusform>
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
        <source>Silence for %1 queued; it hides %n alert(s) now.</source>
        <translation>
            <numerusform>Silence for %1 queued; it hides %n alert now.</numerusform>
            <numerusform>Silence for %1 queued; it hides %n alerts now.</numerusform>
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
        <source>%n alert(s) stand for themselves again.</source>
        <translation>
            <numerusform>%n alert stands for itself again.</numerusform>
            <numerusform>%n alerts stand for themselves again.</numerusform>
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
    <name>quarterdeck::MainWindow</name>
    <message numerus="yes">
        <source>%Ln withdrawn: not sent.</source>
        <translation>
            <numerusform>%Ln withdrawn: not sent.</numerusform>
            <numerusform>%Ln withdrawn: not sent.</numerusform>
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
        <source>Withdraw all %Ln that wait</source>
        <translation>
            <numerusform>Withdraw the %Ln that waits</numerusform>
            <numerusform>Withdraw all %Ln that wait</numerusform>
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
        <source>%n source(s), all live</source>
        <translation>
            <numerusform>%n source, live</numerusform>
            <numerusform>%n sources, all live</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n source(s) live</source>
        <translation>
            <numerusform>%1 of %n source live</numerusform>
            <numerusform>%1 of %n sources live</numerusform>
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
        <source>Only at %2: %n alert(s) of other sources stay as they are.</source>
        <translation>
            <numerusform>Only at %2: %n alert of another source stays as it is.</numerusform>
            <numerusform>Only at %2: %n alerts of other sources stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hides %n alert(s) that are open now</source>
        <translation>
            <numerusform>Hides %n alert that is open now</numerusform>
            <numerusform>Hides %n alerts that are open now</numerusform>
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
        <source>%n more source(s) are not live: %1</source>
        <translation>
            <numerusform>%n more source is not live: %1</numerusform>
            <numerusform>%n more sources are not live: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new alert(s) since you scrolled down</source>
        <translation>
            <numerusform>%n new alert since you scrolled down</numerusform>
            <numerusform>%n new alerts since you scrolled down</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln alert(s) are marked: every verb acts on these</source>
        <translation>
            <numerusform>%Ln alert is marked: every verb acts on it</numerusform>
            <numerusform>%Ln alerts are marked: every verb acts on these</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::UndoBook</name>
    <message numerus="yes">
        <source>%Ln withdrawn before it was sent</source>
        <translation>
            <numerusform>%Ln withdrawn before it was sent</numerusform>
            <numerusform>%Ln withdrawn before they were sent</numerusform>
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
        <source>%Ln was sent already: taking it back is queued</source>
        <translation>
            <numerusform>%Ln was sent already: taking it back is queued</numerusform>
            <numerusform>%Ln were sent already: taking them back is queued</numerusform>
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

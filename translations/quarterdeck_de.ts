<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>AgeText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>needs sign-in</source>
        <translation>Anmeldung nötig</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>misconfigured</source>
        <translation>falsch konfiguriert</translation>
    </message>
    <message>
        <source>not polled yet</source>
        <translation>noch nicht abgefragt</translation>
    </message>
</context>
<context>
    <name>Browser</name>
    <message>
        <source>This address cannot be opened.</source>
        <translation>Das ist keine Adresse, die geöffnet werden kann.</translation>
    </message>
    <message>
        <source>Only web addresses can be opened; this one starts with “%1”.</source>
        <translation>Nur Webadressen werden geöffnet; diese beginnt mit „%1“.</translation>
    </message>
    <message>
        <source>This address has no host.</source>
        <translation>Diese Adresse enthält keinen Host.</translation>
    </message>
    <message>
        <source>This address has a user name before the host – a common phishing trick.</source>
        <translation>Vor dem Host steht ein Benutzername – ein typisches Merkmal betrügerischer Links.</translation>
    </message>
</context>
<context>
    <name>ChartTable</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>Connector</name>
    <message>
        <source>API path</source>
        <translation>API-Pfad</translation>
    </message>
    <message>
        <source>Path of the v2 API, appended to each URL. Default: /api/v2</source>
        <translation>Pfad der v2-API unter jeder URL. Vorgabe: /api/v2</translation>
    </message>
    <message>
        <source>Service fields</source>
        <translation>Feld für den Dienst</translation>
    </message>
    <message>
        <source>Journal fields that identify the service of a line, comma-separated. Default: SYSLOG_IDENTIFIER,_SYSTEMD_UNIT</source>
        <translation>Journalfelder, die den Dienst einer Zeile nennen, durch Kommas getrennt. Vorgabe: SYSLOG_IDENTIFIER,_SYSTEMD_UNIT</translation>
    </message>
    <message>
        <source>Tail check interval</source>
        <translation>Prüfung der Live-Ansicht</translation>
    </message>
    <message>
        <source>A live tail without new lines for this long is checked. Default: 10s</source>
        <translation>Eine Live-Ansicht, die so lange schweigt, wird geprüft. Vorgabe: 10s</translation>
    </message>
    <message>
        <source>Settling time</source>
        <translation>Einschwingzeit</translation>
    </message>
    <message>
        <source>After Alertmanager restarts, alerts it does not list are not treated as resolved for this long. Default: 5m</source>
        <translation>So lange nach einem Neustart von Alertmanager gelten Alarme, die er nicht aufführt, nicht als behoben. Vorgabe: 5m</translation>
    </message>
    <message>
        <source>Custom variables</source>
        <translation>Eigene Variablen</translation>
    </message>
    <message>
        <source>Custom variables of hosts and services that become labels, comma-separated. Default: service,app,team,owner,cluster,environment,env</source>
        <translation>Eigene Variablen von Hosts und Services, die zu Labels werden, durch Kommas getrennt. Vorgabe: service,app,team,owner,cluster,environment,env</translation>
    </message>
    <message>
        <source>Sticky acknowledgements</source>
        <translation>Dauerhafte Quittierungen</translation>
    </message>
    <message>
        <source>true: an acknowledgement lasts until the problem is over, not only until its state changes. Default: false</source>
        <translation>true: Eine Quittierung gilt, bis das Problem vorbei ist, nicht nur, bis sich sein Zustand ändert. Vorgabe: false</translation>
    </message>
    <message>
        <source>Persistent comments</source>
        <translation>Bleibende Kommentare</translation>
    </message>
    <message>
        <source>true: the comment of an acknowledgement stays when the problem is over. Default: false</source>
        <translation>true: Der Kommentar einer Quittierung bleibt, wenn das Problem vorbei ist. Vorgabe: false</translation>
    </message>
    <message>
        <source>Notify about acknowledgements</source>
        <translation>Über Quittierungen benachrichtigen</translation>
    </message>
    <message>
        <source>true: Icinga2 notifies the contacts about an acknowledgement. Default: true</source>
        <translation>true: Icinga2 benachrichtigt die Kontakte über eine Quittierung. Vorgabe: true</translation>
    </message>
    <message>
        <source>After Icinga2 restarts, problems it does not list are not treated as resolved for this long. Default: 10m</source>
        <translation>So lange nach einem Neustart von Icinga2 gelten Probleme, von denen es nichts weiß, nicht als gelöst. Vorgabe: 10m</translation>
    </message>
    <message>
        <source>Downtimes of services</source>
        <translation>Auszeiten der Dienste</translation>
    </message>
    <message>
        <source>true: a downtime of a host also covers all its services. Default: false</source>
        <translation>true: Eine Auszeit eines Hosts gilt auch für alle seine Dienste. Voreinstellung: false</translation>
    </message>
    <message>
        <source>Downtimes of dependent hosts</source>
        <translation>Auszeiten abhängiger Hosts</translation>
    </message>
    <message>
        <source>What a downtime of a host means for the hosts that depend on it: none, triggered (they have one while it is in effect) or scheduled (they have one of their own). Default: none</source>
        <translation>Was eine Auszeit eines Hosts für die Hosts bedeutet, die von ihm abhängen: none, triggered (sie haben eine, solange sie wirkt) oder scheduled (sie haben eine eigene). Voreinstellung: none</translation>
    </message>
    <message>
        <source>Service region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>us or eu: where the account is hosted. Not together with a URL</source>
        <translation>us oder eu: wo das Konto geführt wird. Nicht neben einer URL</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>E-mail address of the PagerDuty user to act as. Needed for an API key of the account; a user&apos;s own key already identifies the user</source>
        <translation>E-Mail-Adresse des PagerDuty-Benutzers, in dessen Namen gehandelt wird. Nötig bei einem API-Schlüssel des Kontos; der eigene Schlüssel eines Benutzers sagt, wem er gehört</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Pfade</translation>
    </message>
    <message>
        <source>Log files, folders and patterns such as /var/log/nginx/*.log, comma-separated; rotated and packed copies are included. Default: /var/log</source>
        <translation>Logdateien, Ordner und Muster wie /var/log/nginx/*.log, durch Kommas getrennt; rotierte und gepackte Kopien gehören dazu. Vorgabe: /var/log</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Zone of times that name none: Europe/Berlin, UTC, +05:30, or local for that of this machine. Default: local, with a warning</source>
        <translation>Zone der Zeiten, die keine nennen: Europe/Berlin, UTC, +05:30 oder local für die dieses Rechners. Vorgabe: local, mit einem Hinweis</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>The one format that is read, such as syslog, json or postgres-csv. Default: all, each line by its own</source>
        <translation>Das einzige Format, das gelesen wird, etwa syslog, json oder postgres-csv. Vorgabe: alle, jede Zeile nach ihrem eigenen</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>The service of every line. Default: the program that the line names, else the name of the file</source>
        <translation>Der Dienst jeder Zeile. Vorgabe: das Programm, das die Zeile nennt, sonst der Name der Datei</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Table with a row for each line, with its database: logs.lines. Default: otel_logs</source>
        <translation>Tabelle mit einer Reihe je Zeile, mit ihrer Datenbank: logs.lines. Vorgabe: otel_logs</translation>
    </message>
    <message>
        <source>Column with the time of a line. Default: Timestamp</source>
        <translation>Spalte mit der Zeit einer Zeile. Vorgabe: Timestamp</translation>
    </message>
    <message>
        <source>Time unit</source>
        <translation>Zeiteinheit</translation>
    </message>
    <message>
        <source>Unit of a time that is a number: s, ms, us or ns since 1970. Default: ns</source>
        <translation>Einheit einer Zeit, die eine Zahl ist: s, ms, us oder ns seit 1970. Vorgabe: ns</translation>
    </message>
    <message>
        <source>Column with the text of a line. Default: Body</source>
        <translation>Spalte mit dem Text einer Zeile. Vorgabe: Body</translation>
    </message>
    <message>
        <source>Columns that identify the service of a line, comma-separated; the first that is not empty counts. Default: ServiceName</source>
        <translation>Spalten, die den Dienst einer Zeile nennen, durch Kommas getrennt; die erste nicht leere zählt. Vorgabe: ServiceName</translation>
    </message>
    <message>
        <source>Columns that hold the level of a line, comma-separated. Default: SeverityText</source>
        <translation>Spalten mit der Stufe einer Zeile, durch Kommas getrennt. Vorgabe: SeverityText</translation>
    </message>
    <message>
        <source>Level fields</source>
        <translation>Felder der Stufe</translation>
    </message>
    <message>
        <source>Live tail interval</source>
        <translation>Abstand der Live-Ansicht</translation>
    </message>
    <message>
        <source>Live tail overlap</source>
        <translation>Überlappung der Live-Ansicht</translation>
    </message>
    <message>
        <source>Time field</source>
        <translation>Zeitfeld</translation>
    </message>
    <message>
        <source>Message fields</source>
        <translation>Textfelder</translation>
    </message>
    <message>
        <source>How often a live tail asks for new lines. Default: 1s</source>
        <translation>Wie oft eine Live-Ansicht nach neuen Zeilen fragt. Vorgabe: 1s</translation>
    </message>
    <message>
        <source>How far each question of a live tail goes back for late lines. Default: 5s</source>
        <translation>Wie weit jede Anfrage einer Live-Ansicht für verspätete Zeilen zurückgeht. Vorgabe: 5s</translation>
    </message>
    <message>
        <source>Index pattern</source>
        <translation>Index-Muster</translation>
    </message>
    <message>
        <source>Indices, data streams or aliases, comma-separated, with *. Default: logs-*,filebeat-*,logstash-*</source>
        <translation>Indizes, Data Streams oder Aliasse, durch Kommas getrennt, mit *. Vorgabe: logs-*,filebeat-*,logstash-*</translation>
    </message>
    <message>
        <source>Field with the time of a line. Default: @timestamp</source>
        <translation>Feld mit der Zeit einer Zeile. Vorgabe: @timestamp</translation>
    </message>
    <message>
        <source>Fields with the text of a line, comma-separated; the first that a line has counts. Default: message,log,msg</source>
        <translation>Felder mit dem Text einer Zeile, durch Kommas getrennt; das erste vorhandene zählt. Vorgabe: message,log,msg</translation>
    </message>
    <message>
        <source>Fields that identify the service of a line, comma-separated; the first that a line has counts. Default: service.name,kubernetes.container.name,container.name,app</source>
        <translation>Felder, die den Dienst einer Zeile nennen, durch Kommas getrennt; das erste vorhandene zählt. Vorgabe: service.name,kubernetes.container.name,container.name,app</translation>
    </message>
    <message>
        <source>Fields that hold the level of a line, comma-separated. Default: log.level,level,severity,loglevel</source>
        <translation>Felder mit der Stufe einer Zeile, durch Kommas getrennt. Vorgabe: log.level,level,severity,loglevel</translation>
    </message>
    <message>
        <source>How often a live tail asks for new lines. Default: 2s</source>
        <translation>Wie oft eine Live-Ansicht nach neuen Zeilen fragt. Vorgabe: 2s</translation>
    </message>
    <message>
        <source>How far each question of a live tail goes back for late lines: at least twice the refresh interval of the indices. Default: 10s</source>
        <translation>Wie weit jede Anfrage einer Live-Ansicht für verspätete Zeilen zurückgeht: mindestens das Doppelte des Aktualisierungsintervalls der Indizes. Vorgabe: 10s</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Sent as X-Scope-OrgID; several as a|b where the server allows it. Default: none</source>
        <translation>Wird als X-Scope-OrgID gesendet; mehrere als a|b, wo der Server das erlaubt. Vorgabe: keiner</translation>
    </message>
    <message>
        <source>Labels that identify the service of a line, comma-separated; the first that a stream has counts. Default: service_name,service,app,job</source>
        <translation>Labels, die den Dienst einer Zeile nennen, durch Kommas getrennt; das erste eines Streams zählt. Vorgabe: service_name,service,app,job</translation>
    </message>
    <message>
        <source>Labels or metadata that hold the level of a line, comma-separated. Default: level,detected_level,severity</source>
        <translation>Labels oder Metadaten mit der Stufe einer Zeile, durch Kommas getrennt. Vorgabe: level,detected_level,severity</translation>
    </message>
    <message>
        <source>How often a live tail asks for new lines. Default: 500ms</source>
        <translation>Wie oft eine Live-Ansicht nach neuen Zeilen fragt. Vorgabe: 500ms</translation>
    </message>
    <message>
        <source>How far each question of a live tail goes back for late lines. Default: 2s</source>
        <translation>Wie weit jede Anfrage einer Live-Ansicht für verspätete Zeilen zurückgeht. Vorgabe: 2s</translation>
    </message>
    <message>
        <source>Account and project, as 12:0. Default: 0:0</source>
        <translation>Konto und Projekt, etwa 12:0. Vorgabe: 0:0</translation>
    </message>
    <message>
        <source>Fields that identify the service of a line, comma-separated; the first that a line has counts. Default: service,service.name,app,kubernetes.container_name,job</source>
        <translation>Felder, die den Dienst einer Zeile nennen, durch Kommas getrennt; das erste vorhandene zählt. Vorgabe: service,service.name,app,kubernetes.container_name,job</translation>
    </message>
    <message>
        <source>Fields that hold the level of a line, comma-separated. Default: level,severity,log.level</source>
        <translation>Felder mit der Stufe einer Zeile, durch Kommas getrennt. Vorgabe: level,severity,log.level</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>A calendar file of this machine (.ics), in place of a URL</source>
        <translation>Eine Kalenderdatei dieses Rechners (.ics) anstelle einer URL</translation>
    </message>
    <message>
        <source>File with the URL</source>
        <translation>Datei mit der URL</translation>
    </message>
    <message>
        <source>For a secret address: a file that holds it. No more than its host is ever shown</source>
        <translation>Für eine geheime Adresse: eine Datei, die sie enthält. Angezeigt wird davon nur der Host</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Dienstplan</translation>
    </message>
    <message>
        <source>Name of the schedule. Default: what the calendar calls itself, else the name of the source</source>
        <translation>Name des Dienstplans. Standard: der Name, den der Kalender selbst trägt, sonst der Name der Quelle</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Services whose pages go to whoever is on call here, comma-separated</source>
        <translation>Dienste, deren Alarmierungen an die hier Diensthabenden gehen, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Who is on call: summary (the title of the event, the default) or attendees (everybody who is invited)</source>
        <translation>Wer Bereitschaft hat: summary (der Titel des Termins, der Standard) oder attendees (alle Eingeladenen)</translation>
    </message>
    <message>
        <source>Of days and times that name none, if the calendar does not say it: Europe/Berlin, UTC, +05:30, or local for that of this machine. Default: local, with a warning</source>
        <translation>Von Tagen und Zeiten ohne Zone, wenn der Kalender keine nennt: Europe/Berlin, UTC, +05:30 oder local für die dieses Rechners. Standard: local, mit einer Warnung</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Database that is read; of InfluxDB 2, the one that a bucket is mapped to</source>
        <translation>Datenbank, die gelesen wird; bei InfluxDB 2 die, der ein Bucket zugeordnet ist</translation>
    </message>
    <message>
        <source>Retention policy</source>
        <translation>Aufbewahrungsregel</translation>
    </message>
    <message>
        <source>Retention policy of the measurements. Default: that of the database</source>
        <translation>Aufbewahrungsregel der Messungen. Vorgabe: die der Datenbank</translation>
    </message>
</context>
<context>
    <name>DayClock</name>
    <message>
        <source>%1 %2</source>
        <comment>a day and a time</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>Demo: a recorded incident; no live data. %1</source>
        <translation>Demo: ein aufgezeichneter Vorfall, keine Live-Daten. %1</translation>
    </message>
    <message>
        <source>Demo: checkout v2.41.0 is being deployed. Watch the inbox.</source>
        <translation>Demo: checkout v2.41.0 wird gerade deployt. Behalten Sie den Eingang im Auge.</translation>
    </message>
    <message>
        <source>Demo: incident in progress. Select the critical alert; a acknowledges it, o opens its runbook. Checking off every step ends it.</source>
        <translation>Demo: Ein Vorfall läuft. Wählen Sie den kritischen Alarm: a quittiert ihn, o öffnet sein Runbook. Sind alle Schritte abgehakt, ist der Vorfall beendet.</translation>
    </message>
    <message>
        <source>Demo: rolled back. Connections are being released, errors are falling, alerts are resolving.</source>
        <translation>Demo: zurückgerollt. Der Verbindungspool erholt sich, die Fehler gehen zurück, die Alarme werden behoben.</translation>
    </message>
    <message>
        <source>Demo: recovered. Demo data is deleted when you close the window.</source>
        <translation>Demo: Vorfall behoben. Beim Schließen des Fensters wird alles verworfen.</translation>
    </message>
    <message>
        <source>Demo: a simulated company on real local servers. A deploy will fail within half a minute.</source>
        <translation>Demo: eine simulierte Firma auf echten Servern dieses Rechners. In einer halben Minute geht ein Deployment schief.</translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>%1</source>
        <comment>It was cancelled. %1: what was found, in English</comment>
        <translation>Abgebrochen: „%1“</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>The server cannot be reached. %1: what was found, in English</comment>
        <translation>Server nicht erreichbar: „%1“</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>The server did not answer in time. %1: what was found, in English</comment>
        <translation>Der Server hat nicht rechtzeitig geantwortet: „%1“</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>No secure connection: certificate or TLS. %1: what was found, in English</comment>
        <translation>Keine sichere Verbindung (Zertifikat oder TLS): „%1“</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>Sign-in failed or is missing. %1: what was found, in English</comment>
        <translation>Anmeldung fehlt oder ist fehlgeschlagen: „%1“</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>Permission denied. %1: what was found, in English</comment>
        <translation>Zugriff verweigert: „%1“</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>Not found. %1: what was found, in English</comment>
        <translation>Nicht gefunden: „%1“</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>Too many requests for the server. %1: what was found, in English</comment>
        <translation>Zu viele Anfragen an den Server: „%1“</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>The request was rejected. %1: what was found, in English</comment>
        <translation>Anfrage abgelehnt: „%1“</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>It has changed in the meantime. %1: what was found, in English</comment>
        <translation>Inzwischen geändert: „%1“</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>The server reports an error of its own. %1: what was found, in English</comment>
        <translation>Fehler auf dem Server: „%1“</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>The answer cannot be used. %1: what was found, in English</comment>
        <translation>Unbrauchbare Antwort: „%1“</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>The answer is too large. %1: what was found, in English</comment>
        <translation>Antwort zu groß: „%1“</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>Cannot be understood. %1: what was found, in English</comment>
        <translation>Nicht verständlich: „%1“</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>The server restarted recently. %1: what was found, in English</comment>
        <translation>Der Server wurde erst vor Kurzem neu gestartet: „%1“</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>Not supported. %1: what was found, in English</comment>
        <translation>Nicht unterstützt: „%1“</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>Cannot be read or written. %1: what was found, in English</comment>
        <translation>Lesen oder Schreiben nicht möglich: „%1“</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>Something unexpected. %1: what was found, in English</comment>
        <translation>Unerwarteter Fehler: „%1“</translation>
    </message>
</context>
<context>
    <name>Inbox</name>
    <message>
        <source>no owner</source>
        <translation>kein Verantwortlicher</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>the source says “%1”</source>
        <translation>die Quelle sagt „%1“</translation>
    </message>
    <message>
        <source>last seen %1</source>
        <translation>zuletzt gesehen %1</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>%1: only %2 of %3 members reachable</source>
        <translation>%1: nur %2 von %3 Mitgliedern erreichbar</translation>
    </message>
    <message>
        <source>%1 needs sign-in; no data since %2</source>
        <translation>%1 verlangt eine Anmeldung; keine Daten seit %2</translation>
    </message>
    <message>
        <source>%1 needs sign-in; no data yet</source>
        <translation>%1 verlangt eine Anmeldung; noch keine Daten</translation>
    </message>
    <message>
        <source>%1 is misconfigured</source>
        <translation>%1 ist falsch konfiguriert</translation>
    </message>
    <message>
        <source>%1 has not been polled yet</source>
        <translation>%1 wurde noch nicht abgefragt</translation>
    </message>
    <message>
        <source>%1 returned an incomplete answer</source>
        <translation>%1 hat geantwortet, aber nicht vollständig</translation>
    </message>
    <message>
        <source>%1 has not answered since %2</source>
        <translation>%1 hat seit %2 nicht geantwortet</translation>
    </message>
    <message>
        <source>%1 has never answered</source>
        <translation>%1 hat noch nie geantwortet</translation>
    </message>
    <message>
        <source>Loading alerts…</source>
        <translation>Alarme werden geladen&#xa0;…</translation>
    </message>
    <message>
        <source>Stored alerts cannot be read, so the current state is unknown. This is not an all-clear.</source>
        <translation>Die gespeicherten Alarme sind nicht lesbar: Nichts ist bekannt. Das ist keine Entwarnung.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No alerts match this filter.</source>
        <translation>Kein Alarm passt zu diesem Filter.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>No alert source connected: the current state is unknown.</source>
        <translation>Keine Alarmquelle verbunden: Die Lage ist unbekannt.</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>No alerts known. Updates are paused: this is not an all-clear.</source>
        <translation>Keine Alarme bekannt. Die Aktualisierung ist angehalten: Das ist keine Entwarnung.</translation>
    </message>
    <message numerus="yes">
        <source>%n more source(s) not up to date</source>
        <translation>
            <numerusform>%n weitere Quelle ist nicht aktuell</numerusform>
            <numerusform>%n weitere Quellen sind nicht aktuell</numerusform>
        </translation>
    </message>
    <message>
        <source>No alerts known. %1: this is not an all-clear.</source>
        <translation>Keine Alarme bekannt. %1: Das ist keine Entwarnung.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>All clear: no alerts, and every source is up to date.</source>
        <translation>Keine offenen Alarme: Alle Quellen sind aktuell.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Fired</source>
        <translation>Ausgelöst</translation>
    </message>
    <message>
        <source>Fired again</source>
        <translation>Erneut ausgelöst</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Behoben</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>Angefordert</translation>
    </message>
    <message>
        <source>Confirmed by the source</source>
        <translation>Von der Quelle bestätigt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Runbook opened</source>
        <translation>Runbook geöffnet</translation>
    </message>
    <message>
        <source>Inhibited</source>
        <translation>Unterdrückt</translation>
    </message>
    <message>
        <source>Silenced</source>
        <translation>Stummgeschaltet</translation>
    </message>
    <message>
        <source>%1 queued at %2, not sent</source>
        <translation>%1 um %2 vorgemerkt, nicht gesendet</translation>
    </message>
    <message>
        <source>%1 being sent</source>
        <translation>%1 wird gesendet</translation>
    </message>
    <message>
        <source>%1 sent, awaiting confirmation</source>
        <translation>%1 gesendet, Bestätigung steht aus</translation>
    </message>
    <message>
        <source>%1: conflict</source>
        <translation>%1 im Konflikt</translation>
    </message>
    <message>
        <source>No owner</source>
        <translation>Ohne Verantwortlichen</translation>
    </message>
    <message>
        <source>No cluster</source>
        <translation>Ohne Cluster</translation>
    </message>
    <message>
        <source>Resolved in the last hour</source>
        <translation>In der letzten Stunde behoben</translation>
    </message>
    <message>
        <source>(unnamed)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>no known owner</source>
        <translation>kein Verantwortlicher bekannt</translation>
    </message>
    <message>
        <source>%1 (team not in any catalog)</source>
        <translation>%1, Team in keinem Katalog</translation>
    </message>
    <message>
        <source>alerts without a service label</source>
        <translation>Alarme ohne Dienst-Label</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) without service or team</source>
        <translation>
            <numerusform>%n Alarm ohne Dienst und Team</numerusform>
            <numerusform>%n Alarme ohne Dienst und Team</numerusform>
        </translation>
    </message>
    <message>
        <source>tier %1</source>
        <translation>Stufe %1</translation>
    </message>
    <message numerus="yes">
        <source>collapsed: %2 on %n instance(s)</source>
        <translation>
            <numerusform>eingeklappt: %2 auf %n Instanz</numerusform>
            <numerusform>eingeklappt: %2 auf %n Instanzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 and %n more depend on it</source>
        <translation>
            <numerusform>%2 und %n weiterer hängen davon ab</numerusform>
            <numerusform>%2 und %n weitere hängen davon ab</numerusform>
        </translation>
    </message>
    <message>
        <source>affects %1</source>
        <translation>betrifft %1</translation>
    </message>
    <message numerus="yes">
        <source>%n new alert(s), not shown yet</source>
        <translation>
            <numerusform>%n neuer, noch nicht angezeigt</numerusform>
            <numerusform>%n neue, noch nicht angezeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>all stale</source>
        <translation>alle veraltet</translation>
    </message>
    <message numerus="yes">
        <source>%n stale</source>
        <translation>
            <numerusform>%n veraltet</numerusform>
            <numerusform>%n veraltet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln acknowledged</source>
        <translation>
            <numerusform>%Ln quittiert</numerusform>
            <numerusform>%Ln quittiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open</source>
        <translation>
            <numerusform>%Ln offen</numerusform>
            <numerusform>%Ln offen</numerusform>
        </translation>
    </message>
    <message>
        <source>Unclosed quotation mark at character %1</source>
        <translation>Das Anführungszeichen an Stelle %1 ist nicht geschlossen</translation>
    </message>
    <message>
        <source>No such filter “%1” (character %2); available: %3. Put it in quotation marks to search for the text</source>
        <translation>Es gibt keinen Filter „%1“ (Stelle %2); es gibt %3. Für eine Suche nach dem Text in Anführungszeichen setzen</translation>
    </message>
    <message>
        <source>“%1” (character %2) is not a valid value; use %3</source>
        <translation>„%1“ (Stelle %2) ist hier kein gültiger Wert; möglich sind %3</translation>
    </message>
    <message>
        <source>“%1” (character %2) needs a value</source>
        <translation>Nach „%1“ (Stelle %2) fehlt der Wert</translation>
    </message>
    <message>
        <source>“%1” (character %2) needs a value: %3</source>
        <translation>Nach „%1“ (Stelle %2) fehlt der Wert; möglich sind %3</translation>
    </message>
    <message>
        <source>Select at least one label; without any, every alert would be silenced.</source>
        <translation>Mindestens ein Label wählen: Ohne Label würde jeder Alarm ausgeblendet.</translation>
    </message>
    <message>
        <source>These matchers also match alerts without any of these labels, so every alert would be silenced.</source>
        <translation>Diese Matcher passen auch auf Alarme, die keines dieser Labels haben: Alles würde ausgeblendet.</translation>
    </message>
    <message>
        <source>Label %1 appears twice. Both conditions must match, so little or nothing is silenced.</source>
        <translation>Das Label %1 kommt zweimal vor; beide Bedingungen müssen zutreffen, daher wird wenig oder nichts ausgeblendet.</translation>
    </message>
    <message numerus="yes">
        <source>This silences alerts on %n service(s). Is that intended?</source>
        <translation>
            <numerusform>Betrifft %n Dienst. Beabsichtigt?</numerusform>
            <numerusform>Betrifft %n Dienste. Beabsichtigt?</numerusform>
        </translation>
    </message>
    <message>
        <source>This silences more than half of the open alerts of this source. Is that intended?</source>
        <translation>Blendet mehr als die Hälfte der offenen Alarme dieser Quelle aus. Beabsichtigt?</translation>
    </message>
    <message>
        <source>An equivalent silence already exists (%1). Extend it instead of adding another.</source>
        <translation>Eine gleichwertige Stummschaltung besteht bereits (%1). Verlängern Sie diese, statt eine zweite anzulegen.</translation>
    </message>
    <message>
        <source>This does not silence any open alert.</source>
        <translation>Blendet derzeit keinen offenen Alarm aus.</translation>
    </message>
    <message>
        <source>queued, not sent</source>
        <translation>vorgemerkt, nicht gesendet</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>von der Quelle bestätigt</translation>
    </message>
    <message>
        <source>rejected by the source</source>
        <translation>von der Quelle abgelehnt</translation>
    </message>
    <message>
        <source>sent, awaiting confirmation</source>
        <translation>gesendet, Bestätigung steht aus</translation>
    </message>
    <message>
        <source>conflict: needs a decision</source>
        <translation>im Konflikt: wartet auf Ihre Entscheidung</translation>
    </message>
    <message>
        <source>expired: could not be sent in time</source>
        <translation>abgelaufen: konnte nicht rechtzeitig gesendet werden</translation>
    </message>
    <message>
        <source>superseded</source>
        <translation>ersetzt</translation>
    </message>
    <message>
        <source>discarded</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>Not done: the action could not be saved. %1</source>
        <translation>Nicht ausgeführt, weil es sich nicht speichern ließ. %1</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1: „%2“</translation>
    </message>
    <message numerus="yes">
        <source>%Ln firing</source>
        <translation>
            <numerusform>%Ln ausgelöst</numerusform>
            <numerusform>%Ln ausgelöst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln silenced</source>
        <translation>
            <numerusform>%Ln stummgeschaltet</numerusform>
            <numerusform>%Ln stummgeschaltet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln resolved</source>
        <translation>
            <numerusform>%Ln behoben</numerusform>
            <numerusform>%Ln behoben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 restarted recently and may not list every alert yet</source>
        <translation>%1 wurde eben erst gestartet und kennt vielleicht noch nicht jeden Alarm</translation>
    </message>
    <message>
        <source>Acked</source>
        <translation>Quitt.</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>vorgemerkt</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation>unbestätigt</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln inhibited</source>
        <translation>
            <numerusform>%Ln unterdrückt</numerusform>
            <numerusform>%Ln unterdrückt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln muted</source>
        <translation>
            <numerusform>%Ln stumm nach Zeitplan</numerusform>
            <numerusform>%Ln stumm nach Zeitplan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln quiet</source>
        <translation>
            <numerusform>%Ln ohne Meldung</numerusform>
            <numerusform>%Ln ohne Meldung</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 answers, but its list may be incomplete</source>
        <translation>%1 antwortet, sagt aber vielleicht nicht alles</translation>
    </message>
    <message>
        <source>No alert source connected: the current state is unknown. This is not an all-clear.</source>
        <translation>Keine Alarmquelle ist verbunden, also ist nichts bekannt. Das ist keine Entwarnung.</translation>
    </message>
    <message>
        <source>%1. It cannot be sent as it is.</source>
        <translation>%1. So kann sie nicht gesendet werden.</translation>
    </message>
    <message numerus="yes">
        <source>This silences every open alert of this source: all %n.</source>
        <translation>
            <numerusform>Sie verbirgt alles, was an dieser Quelle offen ist: %n Alarm.</numerusform>
            <numerusform>Sie verbirgt alles, was an dieser Quelle offen ist: alle %n Alarme.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 also matches alerts without that label: %n of those it silences.</source>
        <translation>
            <numerusform>%1 passt auch auf Alarme ohne dieses Label: Das trifft auf %n der verborgenen zu.</numerusform>
            <numerusform>%1 passt auch auf Alarme ohne dieses Label: Das trifft auf %n der verborgenen zu.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 also matches alerts without that label; none is open now.</source>
        <translation>%1 passt auch auf Alarme ohne dieses Label; zurzeit ist keiner offen.</translation>
    </message>
    <message>
        <source>Acknowledged by %1 until %2</source>
        <translation>Quittiert von %1 bis %2</translation>
    </message>
    <message>
        <source>Silenced by %1 until %2</source>
        <translation>Stummgeschaltet von %1 bis %2</translation>
    </message>
    <message>
        <source>Acknowledged until %1</source>
        <translation>Quittiert bis %1</translation>
    </message>
    <message>
        <source>Silenced until %1</source>
        <translation>Stummgeschaltet bis %1</translation>
    </message>
    <message>
        <source>Acknowledged by %1</source>
        <translation>Quittiert von %1</translation>
    </message>
    <message>
        <source>Silenced by %1</source>
        <translation>Stummgeschaltet von %1</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Stumm nach Zeitplan</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Ohne Meldung</translation>
    </message>
    <message>
        <source>Inhibited by an unknown alert (%1)</source>
        <translation>Unterdrückt durch einen Alarm, der hier nicht bekannt ist (%1)</translation>
    </message>
    <message>
        <source>Inhibited by %1</source>
        <translation>Unterdrückt durch %1</translation>
    </message>
    <message>
        <source>Muted for receiver %1; others are notified</source>
        <translation>Stumm für den Empfänger %1; andere erhalten Meldungen</translation>
    </message>
    <message>
        <source>Muted by time interval %1</source>
        <translation>Stumm durch das Zeitintervall %1</translation>
    </message>
    <message>
        <source>Quiet, and the source does not say why</source>
        <translation>Ohne Meldung, und die Quelle sagt nicht, warum</translation>
    </message>
    <message numerus="yes">
        <source>%Ln silenced until %1</source>
        <translation>
            <numerusform>%Ln stummgeschaltet bis %1</numerusform>
            <numerusform>%Ln stummgeschaltet bis %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln silenced, the first until %1</source>
        <translation>
            <numerusform>%Ln stummgeschaltet, zuerst bis %1</numerusform>
            <numerusform>%Ln stummgeschaltet, der erste bis %1</numerusform>
        </translation>
    </message>
    <message>
        <source>joined by a person</source>
        <translation>von einem Menschen verbunden</translation>
    </message>
    <message>
        <source>both use the same name</source>
        <translation>beide nennen ihn gleich</translation>
    </message>
    <message>
        <source>both link to the same page</source>
        <translation>beide führen zur selben Seite</translation>
    </message>
    <message>
        <source>same service, title and time</source>
        <translation>gleicher Dienst, Titel und Zeitpunkt</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Snoozed by %1</source>
        <translation>Zurückgestellt von %1</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Quittiert</translation>
    </message>
    <message>
        <source>No longer acknowledged</source>
        <translation>Nicht mehr quittiert</translation>
    </message>
    <message>
        <source>Snoozed until %1</source>
        <translation>Zurückgestellt bis %1</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Zugewiesen</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>Eskaliert</translation>
    </message>
    <message>
        <source>Notified</source>
        <translation>Benachrichtigt</translation>
    </message>
    <message>
        <source>Reported by the source</source>
        <translation>Die Quelle berichtet</translation>
    </message>
    <message>
        <source>Later entries of the source have not been read yet</source>
        <translation>Was die Quelle ab hier berichtet, ist noch nicht gelesen</translation>
    </message>
    <message>
        <source>Muted for receiver %1 by time interval %2; others are notified</source>
        <translation>Für Empfänger %1 durch das Zeitintervall %2 stumm; andere werden benachrichtigt</translation>
    </message>
    <message>
        <source>Connect an alert source in Settings, such as Alertmanager or PagerDuty.</source>
        <translation>Verbinden Sie in den Einstellungen eine Alarmquelle, etwa einen Alertmanager oder PagerDuty.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln snoozed</source>
        <translation>
            <numerusform>%Ln zurückgestellt</numerusform>
            <numerusform>%Ln zurückgestellt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 queued, not sent</source>
        <translation>%1 vorgemerkt, nicht gesendet</translation>
    </message>
    <message>
        <source>The context %1 has no source: the current state is unknown.</source>
        <translation>Der Kontext %1 hat keine Quelle: Der aktuelle Zustand ist unbekannt.</translation>
    </message>
    <message>
        <source>The context %1 has no alert source: the current state is unknown. This is not an all-clear.</source>
        <translation>Der Kontext %1 hat keine Alarmquelle: Der aktuelle Zustand ist unbekannt. Das ist keine Entwarnung.</translation>
    </message>
    <message>
        <source>Ignored parts of the configuration are not watched</source>
        <translation>Ignorierte Teile der Konfiguration werden nicht überwacht</translation>
    </message>
    <message>
        <source>Changed at its service</source>
        <translation>Am Dienst geändert</translation>
    </message>
    <message>
        <source>Its service is in maintenance: this goes on paging, nothing new is opened</source>
        <translation>Der Dienst ist in Wartung: dieser Alarm meldet sich weiter, nichts Neues wird eröffnet</translation>
    </message>
    <message>
        <source>Its service is in maintenance by %1 until %2: this goes on paging, nothing new is opened</source>
        <translation>Der Dienst ist durch %1 bis %2 in Wartung: dieser Alarm meldet sich weiter, nichts Neues wird eröffnet</translation>
    </message>
    <message>
        <source>Service in maintenance</source>
        <translation>Dienst in Wartung</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>eingeklappt</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>ausgeklappt</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>markiert</translation>
    </message>
    <message>
        <source>has a runbook</source>
        <translation>mit Runbook</translation>
    </message>
    <message>
        <source>In downtime</source>
        <translation>Auszeit</translation>
    </message>
    <message>
        <source>In downtime until %1</source>
        <translation>Auszeit bis %1</translation>
    </message>
    <message>
        <source>In downtime by %1</source>
        <translation>Auszeit von %1</translation>
    </message>
    <message>
        <source>In downtime by %1 until %2</source>
        <translation>Auszeit von %1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln in downtime</source>
        <translation>
            <numerusform>%Ln in Auszeit</numerusform>
            <numerusform>%Ln in Auszeit</numerusform>
        </translation>
    </message>
    <message>
        <source>What this silences now is silenced already, by other matchers (%1).</source>
        <translation>Was hiermit jetzt stummgeschaltet wird, ist durch andere Matcher schon stummgeschaltet (%1).</translation>
    </message>
    <message>
        <source>No such filter “%1” (character %2); did you mean %3? For a label write name=value</source>
        <translation>Kein Filter „%1“ (Stelle %2); meinten Sie %3? Für ein Label schreiben Sie Name=Wert</translation>
    </message>
    <message>
        <source>“%1” (character %2) is not a valid value; did you mean %3?</source>
        <translation>„%1“ (Stelle %2) ist kein gültiger Wert; meinten Sie %3?</translation>
    </message>
    <message>
        <source>“%1” (character %2) takes %3 here</source>
        <translation>„%1“ (Stelle %2) verlangt hier %3</translation>
    </message>
    <message>
        <source>“%1” (character %2) is not a duration; write 30m, 2h or 7d</source>
        <translation>„%1“ (Stelle %2) ist keine Dauer; schreiben Sie 30m, 2h oder 7d</translation>
    </message>
    <message>
        <source>“%1” (character %2) is not a pattern: %3</source>
        <translation>„%1“ (Stelle %2) ist kein regulärer Ausdruck: %3</translation>
    </message>
    <message>
        <source>“me” (character %1) needs your name; enter it in Settings</source>
        <translation>„me“ (Stelle %1) braucht Ihren Namen; geben Sie ihn in den Einstellungen ein</translation>
    </message>
    <message numerus="yes">
        <source>Without “%1”: %n alert(s).</source>
        <translation>
            <numerusform>Ohne „%1“: %n Alarm.</numerusform>
            <numerusform>Ohne „%1“: %n Alarme.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2 ago)</source>
        <translation>%1 (vor %2)</translation>
    </message>
</context>
<context>
    <name>LoadDefinition</name>
    <message>
        <source>PagerDuty Analytics API, incident metrics</source>
        <translation>PagerDuty Analytics API, Vorfallmetriken</translation>
    </message>
    <message>
        <source>Quarterdeck&apos;s own definition</source>
        <translation>eigene Definition von Quarterdeck</translation>
    </message>
    <message>
        <source>Google SRE workbook, chapter 5</source>
        <translation>Google SRE Workbook, Kapitel 5</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Vorfälle</translation>
    </message>
    <message>
        <source>Alerts that started firing in the time range, for the selected team and services. An alert reported by several sources counts once: it starts with the first report, is acknowledged from the first acknowledgement on, and ends with the last one.</source>
        <translation>Alarme, die im Zeitraum ausgelöst wurden, für das gewählte Team und die gewählten Dienste. Ein Alarm, den mehrere Quellen melden, zählt einmal: Er beginnt mit der ersten Meldung, gilt ab der ersten Quittierung als quittiert und endet mit der letzten Meldung.</translation>
    </message>
    <message>
        <source>Two firings of one alert that overlap, 10:00 to 12:00 and 11:00 to 11:30: 2 incidents, no repeat, engaged time counted once.</source>
        <translation>Zwei überlappende Auslösungen eines Alarms, 10:00 bis 12:00 und 11:00 bis 11:30: 2 Vorfälle, keine Wiederholung, Einsatzzeit einmal gezählt.</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Quittiert</translation>
    </message>
    <message>
        <source>Incidents that somebody acknowledged explicitly.</source>
        <translation>Vorfälle, die jemand ausdrücklich quittiert hat.</translation>
    </message>
    <message>
        <source>Acknowledgement rate</source>
        <translation>Quittierungsrate</translation>
    </message>
    <message>
        <source>Acknowledged incidents divided by all incidents.</source>
        <translation>Quittierte Vorfälle geteilt durch alle Vorfälle.</translation>
    </message>
    <message>
        <source>Time to acknowledge, mean</source>
        <translation>Zeit bis zur Quittierung, Mittelwert</translation>
    </message>
    <message>
        <source>Mean of first acknowledgement minus creation, over acknowledged incidents. Only the first acknowledgement counts, whatever happens after it.</source>
        <translation>Mittelwert von erster Quittierung minus Beginn, über die quittierten Vorfälle. Nur die erste Quittierung zählt, was auch immer danach geschieht.</translation>
    </message>
    <message>
        <source>Acknowledged at 0 min, acknowledgement removed at 30, acknowledged again at 41: 0 s.</source>
        <translation>Quittiert bei 0 min, Quittierung bei 30 zurückgenommen, bei 41 erneut quittiert: 0 s.</translation>
    </message>
    <message>
        <source>Time to acknowledge, median</source>
        <translation>Zeit bis zur Quittierung, Median</translation>
    </message>
    <message>
        <source>Middle value; for an even number, the mean of the two middle values.</source>
        <translation>Mittlerer Wert; bei gerader Anzahl der Mittelwert der beiden mittleren Werte.</translation>
    </message>
    <message>
        <source>Time to acknowledge, 90th percentile</source>
        <translation>Zeit bis zur Quittierung, 90. Perzentil</translation>
    </message>
    <message>
        <source>Nearest rank: the value at position ceil(0.9 n) of the sorted times.</source>
        <translation>Nächster Rang: der Wert an Position ceil(0,9 n) der sortierten Zeiten.</translation>
    </message>
    <message>
        <source>60, 120, 180, 180, 240, 300, 360, 600 s: position 8, 600 s.</source>
        <translation>60, 120, 180, 180, 240, 300, 360, 600 s: Position 8, 600 s.</translation>
    </message>
    <message>
        <source>Time to resolve, mean</source>
        <translation>Zeit bis zur Behebung, Mittelwert</translation>
    </message>
    <message>
        <source>Mean of resolution minus creation. Open incidents, acknowledged or not, are excluded and counted separately; so are incidents that ended before they started.</source>
        <translation>Mittelwert von Behebung minus Beginn. Offene Vorfälle, quittiert oder nicht, bleiben außen vor und werden gesondert gezählt; ebenso Vorfälle, die vor ihrem Beginn endeten.</translation>
    </message>
    <message>
        <source>Created 10:00, acknowledged 10:05, still open: time to acknowledge 300 s, time to resolve 0 of 1 known, 1 open.</source>
        <translation>Beginn 10:00, quittiert 10:05, noch offen: Zeit bis zur Quittierung 300 s, Zeit bis zur Behebung 0 von 1 bekannt, 1 offen.</translation>
    </message>
    <message>
        <source>Time to resolve, median</source>
        <translation>Zeit bis zur Behebung, Median</translation>
    </message>
    <message>
        <source>Middle value. The mean alone is misleading, because a few long incidents dominate it.</source>
        <translation>Mittlerer Wert. Der Mittelwert allein führt irre, weil wenige lange Vorfälle ihn bestimmen.</translation>
    </message>
    <message>
        <source>Time to resolve, 90th percentile</source>
        <translation>Zeit bis zur Behebung, 90. Perzentil</translation>
    </message>
    <message>
        <source>Mean time to resolve, incidents resolved by people</source>
        <translation>Mittlere Zeit bis zur Behebung, von Personen behobene Vorfälle</translation>
    </message>
    <message>
        <source>As time to resolve, without self-resolved incidents.</source>
        <translation>Wie die Zeit bis zur Behebung, ohne selbst behobene Vorfälle.</translation>
    </message>
    <message>
        <source>Interruptions</source>
        <translation>Unterbrechungen</translation>
    </message>
    <message>
        <source>Number of (incident, responder) pairs with at least one notification other than e-mail. An alert that pages again after its acknowledgement was removed interrupts again. This is our count: PagerDuty&apos;s differs, it merges the pages of one person within 60 s and excludes e-mail as well.</source>
        <translation>Anzahl der Paare aus Vorfall und Bearbeiter mit mindestens einer Benachrichtigung, die keine E-Mail ist. Ein Alarm, der nach Rücknahme seiner Quittierung erneut alarmiert, unterbricht erneut. Das ist unsere Zählung: Die von PagerDuty weicht ab, sie fasst Alarmierungen einer Person innerhalb von 60 s zusammen und lässt E-Mail ebenfalls aus.</translation>
    </message>
    <message>
        <source>Acknowledged at 0 min, acknowledgement removed at 30, acknowledged again at 41: 1 incident, 2 interruptions. &quot;notify&quot;: [] means nobody was notified, 0; without &quot;notify&quot; it is unknown, 1 and estimated.</source>
        <translation>Quittiert bei 0 min, Quittierung bei 30 zurückgenommen, bei 41 erneut quittiert: 1 Vorfall, 2 Unterbrechungen. „notify“: [] heißt, niemand wurde benachrichtigt, 0; ohne „notify“ ist es unbekannt, 1 und geschätzt.</translation>
    </message>
    <message>
        <source>Interruptions in business hours</source>
        <translation>Unterbrechungen in der Arbeitszeit</translation>
    </message>
    <message>
        <source>Monday to Friday, 08:00 to 18:00 in the responder&apos;s time zone.</source>
        <translation>Montag bis Freitag, 08:00 bis 18:00 in der Zeitzone des Bearbeiters.</translation>
    </message>
    <message>
        <source>Interruptions in off-hours</source>
        <translation>Unterbrechungen außerhalb der Arbeitszeit</translation>
    </message>
    <message>
        <source>Neither business hours nor sleep hours, in the responder&apos;s time zone.</source>
        <translation>Weder Arbeitszeit noch Schlafenszeit, in der Zeitzone des Bearbeiters.</translation>
    </message>
    <message>
        <source>Interruptions in sleep hours</source>
        <translation>Unterbrechungen in der Schlafenszeit</translation>
    </message>
    <message>
        <source>22:00 to 08:00 on any day, in the responder&apos;s time zone. Sleep hours take precedence over the other classes.</source>
        <translation>22:00 bis 08:00 an jedem Tag, in der Zeitzone des Bearbeiters. Die Schlafenszeit geht den anderen Klassen vor.</translation>
    </message>
    <message>
        <source>Disruptions</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>Interruptions of the same person within 10 minutes of the first count as one. If it is unknown who was paged, each counts.</source>
        <translation>Unterbrechungen derselben Person innerhalb von 10 Minuten nach der ersten zählen als eine. Ist unbekannt, wer alarmiert wurde, zählt jede.</translation>
    </message>
    <message>
        <source>Pages at 10:00:00, 10:09:59 and 10:10:00: 2.</source>
        <translation>Alarmierungen um 10:00:00, 10:09:59 und 10:10:00: 2.</translation>
    </message>
    <message>
        <source>Disruptions in business hours</source>
        <translation>Störungen in der Arbeitszeit</translation>
    </message>
    <message>
        <source>Disruptions that start in business hours.</source>
        <translation>Störungen, die in der Arbeitszeit beginnen.</translation>
    </message>
    <message>
        <source>Disruptions in off-hours</source>
        <translation>Störungen außerhalb der Arbeitszeit</translation>
    </message>
    <message>
        <source>Disruptions that start in off-hours.</source>
        <translation>Störungen, die außerhalb der Arbeitszeit beginnen.</translation>
    </message>
    <message>
        <source>Disruptions in sleep hours</source>
        <translation>Störungen in der Schlafenszeit</translation>
    </message>
    <message>
        <source>Disruptions that start in sleep hours.</source>
        <translation>Störungen, die in der Schlafenszeit beginnen.</translation>
    </message>
    <message>
        <source>Disrupted hours</source>
        <translation>Gestörte Stunden</translation>
    </message>
    <message>
        <source>Number of (responder, clock hour) pairs with an interruption.</source>
        <translation>Anzahl der Paare aus Bearbeiter und Uhrstunde mit einer Unterbrechung.</translation>
    </message>
    <message>
        <source>Multitudes, out-of-hours pages</source>
        <translation>Multitudes, Alarmierungen außerhalb der Arbeitszeit</translation>
    </message>
    <message>
        <source>18:30, 19:15 and 19:25: 2. Pages at 03:35 and, after the clock went back from 03:45 to 02:45, at 02:50: 2.</source>
        <translation>18:30, 19:15 und 19:25: 2. Alarmierungen um 03:35 und, nachdem die Uhr von 03:45 auf 02:45 zurückgestellt wurde, um 02:50: 2.</translation>
    </message>
    <message>
        <source>Time engaged, total</source>
        <translation>Einsatzzeit, Summe</translation>
    </message>
    <message>
        <source>Total time from acknowledgement to resolution, over incidents and the people who acknowledged them, limited to the time range. People still at work are counted separately, not measured.</source>
        <translation>Gesamte Zeit von der Quittierung bis zur Behebung, über die Vorfälle und die Personen, die sie quittiert haben, begrenzt auf den Zeitraum. Wer noch daran arbeitet, wird gesondert gezählt, nicht gemessen.</translation>
    </message>
    <message>
        <source>Acknowledged 10:05 and still open: 0 s, 1 open.</source>
        <translation>Quittiert 10:05 und noch offen: 0 s, 1 offen.</translation>
    </message>
    <message>
        <source>Time engaged</source>
        <translation>Einsatzzeit</translation>
    </message>
    <message>
        <source>As above, but overlapping incidents of the same person count once.</source>
        <translation>Wie oben, aber überlappende Vorfälle derselben Person zählen einmal.</translation>
    </message>
    <message>
        <source>10:00 to 11:00 and 10:30 to 11:30: 5400 s; total 7200 s.</source>
        <translation>10:00 bis 11:00 und 10:30 bis 11:30: 5400 s; Summe 7200 s.</translation>
    </message>
    <message>
        <source>Fairness</source>
        <translation>Fairness</translation>
    </message>
    <message>
        <source>Gini coefficient of interruptions per person, not per hour on call: 0 = evenly shared, 1 = one person takes them all. Whoever is on call more often is paged more often.</source>
        <translation>Gini-Koeffizient der Unterbrechungen pro Person, nicht pro Bereitschaftsstunde: 0 = gleichmäßig verteilt, 1 = eine Person trägt alle. Wer öfter Bereitschaft hat, wird öfter alarmiert.</translation>
    </message>
    <message>
        <source>12, 3, 1 and 0 interruptions: 0.59375.</source>
        <translation>12, 3, 1 und 0 Unterbrechungen: 0,59375.</translation>
    </message>
    <message>
        <source>Incidents per 12-hour shift</source>
        <translation>Vorfälle pro 12-Stunden-Schicht</translation>
    </message>
    <message>
        <source>Incidents in a shift, 09:00 to 21:00 or 21:00 to 09:00 in the responder&apos;s time zone, scaled to 12 hours. More than 2 is too many. Only shifts with incidents are known, and only those of known responders.</source>
        <translation>Vorfälle in einer Schicht, 09:00 bis 21:00 oder 21:00 bis 09:00 in der Zeitzone des Bearbeiters, auf 12 Stunden umgerechnet. Mehr als 2 sind zu viele. Nur Schichten mit Vorfällen sind bekannt, und nur die bekannter Bearbeiter.</translation>
    </message>
    <message>
        <source>Google SRE book, chapter 11</source>
        <translation>Google SRE Book, Kapitel 11</translation>
    </message>
    <message>
        <source>2 incidents in a night of 11 hours, when the clock goes forward: 2.18, over the limit.</source>
        <translation>2 Vorfälle in einer Nacht von 11 Stunden, wenn die Uhr vorgestellt wird: 2,18, über der Grenze.</translation>
    </message>
    <message>
        <source>Self-resolved</source>
        <translation>Selbst behoben</translation>
    </message>
    <message>
        <source>Incidents ended by their source rather than by a person, divided by all incidents. Alertmanager ends every alert itself: in the local history every ended incident counts, acknowledged or not.</source>
        <translation>Vorfälle, die ihre Quelle und nicht eine Person beendet hat, geteilt durch alle Vorfälle. Alertmanager beendet jeden Alarm selbst: In der lokalen Historie zählt jeder beendete Vorfall, quittiert oder nicht.</translation>
    </message>
    <message>
        <source>Transient alerts</source>
        <translation>Kurzlebige Alarme</translation>
    </message>
    <message>
        <source>Self-resolved, never acknowledged and shorter than 5 minutes, divided by all incidents.</source>
        <translation>Selbst behoben, nie quittiert und kürzer als 5 Minuten, geteilt durch alle Vorfälle.</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>Wiederholt</translation>
    </message>
    <message>
        <source>Resolved incidents whose alert fired again within 24 hours, divided by resolved incidents. The next firing decides: one that started before the end is an overlap, one created after the time range is not known yet.</source>
        <translation>Behobene Vorfälle, deren Alarm innerhalb von 24 Stunden erneut ausgelöst wurde, geteilt durch die behobenen Vorfälle. Die nächste Auslösung entscheidet: Begann sie vor dem Ende, ist es eine Überlappung; entstand sie nach dem Zeitraum, ist sie noch nicht bekannt.</translation>
    </message>
    <message>
        <source>Ended Sunday 23:00, fired again Monday 01:00: 0 repeats in the week to Sunday, 1 in the eight days to Monday.</source>
        <translation>Ende Sonntag 23:00, erneut ausgelöst Montag 01:00: 0 Wiederholungen in der Woche bis Sonntag, 1 in den acht Tagen bis Montag.</translation>
    </message>
    <message>
        <source>Alert precision, classified</source>
        <translation>Alarmpräzision, eingestuft</translation>
    </message>
    <message>
        <source>Incidents tagged as needing action divided by all tagged incidents.</source>
        <translation>Vorfälle mit der Einstufung „Handeln nötig“ geteilt durch alle eingestuften Vorfälle.</translation>
    </message>
    <message>
        <source>Alert precision, strict</source>
        <translation>Alarmpräzision, streng</translation>
    </message>
    <message>
        <source>Incidents tagged as needing action divided by all incidents, once any is tagged.</source>
        <translation>Vorfälle mit der Einstufung „Handeln nötig“ geteilt durch alle Vorfälle, sobald einer eingestuft ist.</translation>
    </message>
    <message>
        <source>Time without a major incident</source>
        <translation>Zeit ohne schweren Vorfall</translation>
    </message>
    <message>
        <source>Share of the time range up to now without a major incident, for the selected team and services; overlaps count once. In the local history a major incident is one of severity critical.</source>
        <translation>Anteil des Zeitraums bis jetzt ohne schweren Vorfall, für das gewählte Team und die gewählten Dienste; Überlappungen zählen einmal. In der lokalen Historie ist ein schwerer Vorfall einer mit dem Schweregrad kritisch.</translation>
    </message>
    <message>
        <source>Major 02:30 to 03:06 and 02:33 to 03:36 in a week: 99.345 %.</source>
        <translation>Schwer 02:30 bis 03:06 und 02:33 bis 03:36 in einer Woche: 99,345 %.</translation>
    </message>
    <message>
        <source>Noisiest alerts</source>
        <translation>Lauteste Alarme</translation>
    </message>
    <message>
        <source>Incidents by alert rule, with those in sleep hours, self-resolved, transient and repeated.</source>
        <translation>Vorfälle je Alarmregel, mit denen in der Schlafenszeit, selbst behobenen, kurzlebigen und wiederholten.</translation>
    </message>
</context>
<context>
    <name>LoadPage</name>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>No incidents recorded yet</source>
        <translation>Noch ist kein Vorfall aufgezeichnet</translation>
    </message>
    <message>
        <source>No interruptions in %1</source>
        <translation>Keine Unterbrechungen (Zeitraum: %1)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln interruption(s) so far; not enough history to compare</source>
        <translation>
            <numerusform>Bisher %Ln Unterbrechung; der Verlauf ist für einen Vergleich zu kurz</numerusform>
            <numerusform>Bisher %Ln Unterbrechungen; der Verlauf ist für einen Vergleich zu kurz</numerusform>
        </translation>
    </message>
    <message>
        <source>Sleep-hour interruptions doubled, from %1 to %2</source>
        <translation>Nächtliche Unterbrechungen haben sich verdoppelt, von %1 auf %2</translation>
    </message>
    <message>
        <source>Sleep-hour interruptions rose from %1 to %2</source>
        <translation>Nächtliche Unterbrechungen sind von %1 auf %2 gestiegen</translation>
    </message>
    <message>
        <source>Sleep-hour interruptions fell from %1 to %2</source>
        <translation>Nächtliche Unterbrechungen sind von %1 auf %2 gesunken</translation>
    </message>
    <message>
        <source>Interruptions doubled, from %1 to %2</source>
        <translation>Unterbrechungen haben sich verdoppelt, von %1 auf %2</translation>
    </message>
    <message>
        <source>Interruptions rose from %1 to %2</source>
        <translation>Unterbrechungen sind von %1 auf %2 gestiegen</translation>
    </message>
    <message>
        <source>Interruptions fell from %1 to %2</source>
        <translation>Unterbrechungen sind von %1 auf %2 gesunken</translation>
    </message>
    <message>
        <source>Interruptions are steady at %1 (%2 before)</source>
        <translation>Unterbrechungen sind stabil: %1, zuvor %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>; one rule causes %1</source>
        <translation>; %1 durch eine Regel</translation>
    </message>
    <message>
        <source>; %1 rules cause %2</source>
        <translation>; %2 durch %1 Regeln</translation>
    </message>
    <message>
        <source>Not up to date: %1. Alerts firing there now are not counted.</source>
        <translation>Nicht aktuell: %1. Was dort jetzt ausgelöst wird, ist nicht mitgezählt.</translation>
    </message>
    <message>
        <source>History starts on %1, so these figures do not cover the whole time range.</source>
        <translation>Der Verlauf beginnt am %1: Die Zahlen decken weniger als den Zeitraum ab.</translation>
    </message>
    <message>
        <source>Who was interrupted is an estimate; the sources do not report it.</source>
        <translation>Wer unterbrochen wurde, ist geschätzt: Die Quellen sagen es nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) without a responder: each counts separately, none in a shift.</source>
        <translation>
            <numerusform>%Ln Vorfall nennt niemanden, der gerufen wurde: Er steht für sich, in keiner Schicht.</numerusform>
            <numerusform>%Ln Vorfälle nennen niemanden, der gerufen wurde: Jeder steht für sich, keiner in einer Schicht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogContext</name>
    <message>
        <source>Lines around it</source>
        <translation>Zeilen ringsum</translation>
    </message>
    <message>
        <source>Reading the log…</source>
        <translation>Log wird gelesen …</translation>
    </message>
</context>
<context>
    <name>LogLineSheet</name>
    <message>
        <source>Log record</source>
        <translation>Logeintrag</translation>
    </message>
</context>
<context>
    <name>LogsPage</name>
    <message>
        <source>Logs</source>
        <translation>Logs</translation>
    </message>
</context>
<context>
    <name>MetricsPage</name>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
</context>
<context>
    <name>MetricsWords</name>
    <message>
        <source>Not up to date, as of %1: %2</source>
        <translation>Nicht aktuell, Stand %1: %2</translation>
    </message>
    <message>
        <source>the day before</source>
        <translation>am Tag davor</translation>
    </message>
    <message>
        <source>the week before</source>
        <translation>in der Woche davor</translation>
    </message>
    <message>
        <source>%1 before</source>
        <translation>%1 davor</translation>
    </message>
    <message>
        <source>No answer: %1</source>
        <translation>Keine Antwort: %1</translation>
    </message>
    <message>
        <source>No data in this range</source>
        <translation>Keine Daten in diesem Zeitraum</translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n Zeitreihe</numerusform>
            <numerusform>%n Zeitreihen</numerusform>
        </translation>
    </message>
    <message>
        <source>Incomplete: %1</source>
        <translation>Unvollständig: %1</translation>
    </message>
    <message>
        <source>one sample every %1</source>
        <translation>ein Messwert alle %1</translation>
    </message>
    <message numerus="yes">
        <source>Only the first %1 series are shown, %n more are left out: narrow the query</source>
        <translation>
            <numerusform>Nur die ersten %1 Zeitreihen sind zu sehen, %n weitere fehlt: Schränken Sie die Abfrage ein</numerusform>
            <numerusform>Nur die ersten %1 Zeitreihen sind zu sehen, %n weitere fehlen: Schränken Sie die Abfrage ein</numerusform>
        </translation>
    </message>
    <message>
        <source>The compared lines are incomplete: %1</source>
        <translation>Die Vergleichslinien sind unvollständig: %1</translation>
    </message>
    <message numerus="yes">
        <source>zero and below cannot be shown on a logarithmic axis: gaps in %n series</source>
        <translation>
            <numerusform>null und darunter hat auf einer logarithmischen Achse keinen Platz: Lücken in %n Zeitreihe</numerusform>
            <numerusform>null und darunter hat auf einer logarithmischen Achse keinen Platz: Lücken in %n Zeitreihen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OnCallWords</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message numerus="yes">
        <source>Nobody is on call for %1 and %n other(s)</source>
        <translation>
            <numerusform>Niemand hat Bereitschaft für %1 und %n weitere</numerusform>
            <numerusform>Niemand hat Bereitschaft für %1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is on call for %1</source>
        <translation>Niemand hat Bereitschaft für %1</translation>
    </message>
    <message numerus="yes">
        <source>Who is on call is not known for %n policy(s)</source>
        <translation>
            <numerusform>Für %n Regel ist nicht bekannt, wer Bereitschaft hat</numerusform>
            <numerusform>Für %n Regeln ist nicht bekannt, wer Bereitschaft hat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n policy(s) have gaps in the next 14 days</source>
        <translation>
            <numerusform>%n Regel hat Lücken in den nächsten 14 Tagen</numerusform>
            <numerusform>%n Regeln haben Lücken in den nächsten 14 Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Every policy is covered for the next 14 days</source>
        <translation>Jede Regel ist für die nächsten 14 Tage besetzt</translation>
    </message>
    <message>
        <source>Somebody is on call for every policy that is known</source>
        <translation>Jede bekannte Regel ist besetzt</translation>
    </message>
    <message>
        <source>%1 is not on call in these days</source>
        <translation>%1 hat in diesen Tagen keine Bereitschaft</translation>
    </message>
    <message>
        <source>%1 is on call on all of these days (%2)</source>
        <translation>%1 hat an allen diesen Tagen Bereitschaft (%2)</translation>
    </message>
    <message>
        <source>%1 is on call until %2 (%3)</source>
        <translation>%1 hat Bereitschaft bis %2 (%3)</translation>
    </message>
    <message>
        <source>%1 is next on call from %2 (%3)</source>
        <translation>%1 hat das nächste Mal ab %2 Bereitschaft (%3)</translation>
    </message>
    <message>
        <source>again from %1</source>
        <translation>wieder ab %1</translation>
    </message>
    <message>
        <source>as of %1 ago</source>
        <translation>Stand vor %1</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>%1 reports nothing after %2</source>
        <translation>%1 meldet nichts nach %2</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message numerus="yes">
        <source>%n conflict(s) need(s) a decision</source>
        <translation>
            <numerusform>%n Konflikt zu entscheiden</numerusform>
            <numerusform>%n Konflikte zu entscheiden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Outbox: empty</source>
        <translation>Warteschlange: leer</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Warteschlange</translation>
    </message>
</context>
<context>
    <name>OutboxReason</name>
    <message>
        <source>It was firing when you acted; no member lists it any more, so it counts as resolved</source>
        <translation>Beim Auslösen der Aktion war der Alarm aktiv; jetzt führt ihn kein Cluster-Mitglied mehr auf, er gilt als behoben</translation>
    </message>
    <message>
        <source>It was firing (since %1) when you acted; no member lists it any more, so it counts as resolved</source>
        <translation>Beim Auslösen der Aktion war der Alarm aktiv (seit %1); jetzt führt ihn kein Cluster-Mitglied mehr auf, er gilt als behoben</translation>
    </message>
    <message>
        <source>It was firing (since %1) when you acted; it resolved at %2</source>
        <translation>Beim Auslösen der Aktion war der Alarm aktiv (seit %1); behoben seit %2</translation>
    </message>
    <message>
        <source>It was firing (since %1) when you acted; it resolved and fired again at %2</source>
        <translation>Beim Auslösen der Aktion war der Alarm aktiv (seit %1); er war zwischenzeitlich behoben und ist seit %2 wieder aktiv</translation>
    </message>
    <message>
        <source>You asked for silence until %1, but %2 already has an identical silence until %3. Extend that one instead</source>
        <translation>Gewünscht war eine Stummschaltung bis %1; eine gleiche (angelegt von %2) läuft bis %3. Bitte diese verlängern</translation>
    </message>
    <message>
        <source>The silence was active when you acted; it no longer exists on the server</source>
        <translation>Die Stummschaltung lief noch, als Sie die Aktion auslösten; der Server kennt sie nicht mehr</translation>
    </message>
    <message>
        <source>The silence was active when you acted; it ended at %1</source>
        <translation>Die Stummschaltung lief noch, als Sie die Aktion auslösten; Ende: %1</translation>
    </message>
    <message>
        <source>acknowledged by %1 until %2</source>
        <translation>von %1 quittiert, gültig bis %2</translation>
    </message>
    <message>
        <source>%1 already has an identical silence until %2</source>
        <translation>eine gleiche Stummschaltung (angelegt von %1) läuft bis %2</translation>
    </message>
    <message>
        <source>already runs until %1</source>
        <translation>sie läuft bereits bis %1</translation>
    </message>
    <message>
        <source>the silence had already ended</source>
        <translation>die Stummschaltung war schon beendet</translation>
    </message>
    <message>
        <source>already applied by an earlier attempt</source>
        <translation>bereits bei einem früheren Versuch angekommen</translation>
    </message>
    <message>
        <source>It could not be sent before %1 and has expired.</source>
        <translation>Bis %1 konnte nicht gesendet werden; die Aktion ist abgelaufen.</translation>
    </message>
    <message>
        <source>Checked with the source: it never arrived. It will be sent again.</source>
        <translation>Rückfrage bei der Quelle: nicht angekommen. Wird erneut gesendet.</translation>
    </message>
    <message>
        <source>This context is read-only: nothing is sent.</source>
        <translation>Dieser Kontext ist schreibgeschützt: Es wird nichts gesendet.</translation>
    </message>
    <message>
        <source>discarded before it was sent</source>
        <translation>vor dem Senden verworfen</translation>
    </message>
    <message>
        <source>resent by its author</source>
        <translation>von derselben Person erneut gesendet</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemandem</translation>
    </message>
    <message>
        <source>It took effect, but the silence ended at %1</source>
        <translation>Sie wurde wirksam, aber die Stummschaltung endete um %1</translation>
    </message>
    <message>
        <source>The server accepted the silence, but it starts only at %1 and hides nothing yet</source>
        <translation>Der Server hat die Stummschaltung angenommen, lässt sie aber erst um %1 beginnen: Noch verbirgt sie nichts</translation>
    </message>
    <message>
        <source>The silence is active, but until %1 instead of %2</source>
        <translation>Die Stummschaltung gilt, aber bis %1 statt %2</translation>
    </message>
    <message>
        <source>the server created a new silence, until %1</source>
        <translation>der Server hat daraus eine neue Stummschaltung gemacht, bis %1</translation>
    </message>
    <message>
        <source>It could not be delivered before %1 and has expired. Last error: %2</source>
        <translation>Sie konnte bis %1 nicht zugestellt werden und wird nicht erneut versucht. Zuletzt: %2</translation>
    </message>
    <message>
        <source>Checked with the source: it never arrived. It will be sent again. Last answer: %1</source>
        <translation>Nachgesehen: Sie war nicht angekommen. Sie wird erneut gesendet. Die letzte Antwort: %1</translation>
    </message>
    <message>
        <source>It was firing when you acted; it resolved at %1</source>
        <translation>Sie sahen ihn aktiv; er ist behoben seit %1</translation>
    </message>
    <message>
        <source>It was firing when you acted; it resolved and fired again at %1</source>
        <translation>Sie sahen ihn aktiv; er war behoben und ist wieder aktiv seit %1</translation>
    </message>
    <message>
        <source>Only %1 of %2 members answered completely and none of them lists this alert; the others may</source>
        <translation>%1 von %2 Mitgliedern haben vollständig geantwortet und kennen diesen Alarm nicht; die anderen vielleicht</translation>
    </message>
    <message>
        <source>This alert was not found, but the answer is incomplete: %1</source>
        <translation>Dieser Alarm ist jetzt nicht bekannt, aber: %1</translation>
    </message>
    <message>
        <source>acknowledged by %1</source>
        <translation>quittiert von %1</translation>
    </message>
    <message>
        <source>The matchers of this acknowledgement do not match the alert</source>
        <translation>Die Matcher dieser Quittierung treffen auf den Alarm nicht zu</translation>
    </message>
    <message>
        <source>%1 only reports which of its rules fire: acknowledge and silence on an Alertmanager, none is connected</source>
        <translation>%1 sagt nur, welche seiner Regeln aktiv sind: Quittiert und stummgeschaltet wird auf einem Alertmanager, keiner ist verbunden</translation>
    </message>
    <message>
        <source>Only %1 of %2 members answered completely and none of them lists this silence; the others may</source>
        <translation>%1 von %2 Mitgliedern haben vollständig geantwortet und kennen diese Stummschaltung nicht; die anderen vielleicht</translation>
    </message>
    <message>
        <source>This silence was not found, but the answer is incomplete: %1</source>
        <translation>Diese Stummschaltung ist jetzt nicht bekannt, aber: %1</translation>
    </message>
    <message>
        <source>A silence without matchers would silence everything</source>
        <translation>Eine Stummschaltung ohne Matcher würde alles stummschalten</translation>
    </message>
    <message>
        <source>A regular expression of this silence does not compile</source>
        <translation>Ein regulärer Ausdruck dieser Stummschaltung ist ungültig</translation>
    </message>
    <message>
        <source>A silence needs a duration</source>
        <translation>Eine Stummschaltung braucht eine Dauer</translation>
    </message>
    <message>
        <source>A silence cannot end in the past, at %1</source>
        <translation>Eine Stummschaltung kann nicht in der Vergangenheit enden, um %1</translation>
    </message>
    <message>
        <source>It took effect, but is over</source>
        <translation>Es wurde wirksam, ist aber vorbei</translation>
    </message>
    <message>
        <source>The server stored the silence differently from what was requested</source>
        <translation>Der Server hat die Stummschaltung angenommen, hält sie aber anders, als sie gewünscht war</translation>
    </message>
    <message>
        <source>Outcome unknown: %1</source>
        <translation>Es ist nicht bekannt, ob dies wirksam wurde: %1</translation>
    </message>
    <message>
        <source>Outcome unknown.</source>
        <translation>Es ist nicht bekannt, ob dies wirksam wurde.</translation>
    </message>
    <message>
        <source>Outcome unknown: the silence was created but could not be checked: %1</source>
        <translation>Es ist nicht bekannt, ob dies wirksam wurde: Die Stummschaltung wurde angelegt, konnte aber nicht zurückgelesen werden: %1</translation>
    </message>
    <message>
        <source>Outcome unknown: the silence is still active</source>
        <translation>Es ist nicht bekannt, ob dies wirksam wurde: Die Stummschaltung läuft noch</translation>
    </message>
    <message>
        <source>It did not take effect</source>
        <translation>Es wurde nicht wirksam</translation>
    </message>
    <message>
        <source>No member answers</source>
        <translation>Kein Mitglied antwortet</translation>
    </message>
    <message>
        <source>No member accepted the request</source>
        <translation>Kein Mitglied hat es angenommen</translation>
    </message>
    <message>
        <source>Only %1 of %2 members answered completely, so the outcome is unknown</source>
        <translation>%1 von %2 Mitgliedern haben vollständig geantwortet, deshalb lässt sich nicht sagen, ob es wirksam wurde</translation>
    </message>
    <message>
        <source>The member it was sent to does not answer, so the outcome is unknown</source>
        <translation>Das Mitglied, an das gesendet wurde, antwortet nicht, deshalb lässt sich nicht sagen, ob es wirksam wurde</translation>
    </message>
    <message>
        <source>It could not be delivered before %1 and has expired.</source>
        <translation>Sie konnte bis %1 nicht zugestellt werden und wird nicht mehr versucht.</translation>
    </message>
    <message>
        <source>%1 cannot do this</source>
        <translation>%1 kann das nicht</translation>
    </message>
    <message>
        <source>This source cannot do this</source>
        <translation>Diese Quelle kann das nicht</translation>
    </message>
    <message>
        <source>The source has nothing with that name: %1</source>
        <translation>Die Quelle hat nichts dieses Namens: %1</translation>
    </message>
    <message>
        <source>there was nothing to undo</source>
        <translation>es gab nichts zurückzunehmen</translation>
    </message>
    <message>
        <source>snoozed until %1</source>
        <translation>zurückgestellt bis %1</translation>
    </message>
    <message>
        <source>assigned to %1</source>
        <translation>zugewiesen an %1</translation>
    </message>
    <message>
        <source>%1 is the name of more than one person: %2. Name one by id or e-mail address</source>
        <translation>%1 heißt mehr als eine Person: %2. Nennen Sie eine davon mit Kennung oder E-Mail-Adresse</translation>
    </message>
    <message>
        <source>This key belongs to the account and to nobody in it, and the source wants to know who acts: set user to the e-mail address of a user</source>
        <translation>Dieser Schlüssel gehört dem Konto und keiner Person darin, und die Quelle will wissen, wer handelt: setzen Sie user auf die E-Mail-Adresse einer Person</translation>
    </message>
    <message>
        <source>A snooze there ends at %1 at the latest</source>
        <translation>Zurückstellen geht dort längstens bis %1</translation>
    </message>
    <message>
        <source>You have escalated it since, and the source does not say to which level. Look, and send it after all if need be</source>
        <translation>Sie haben seitdem eskaliert, und die Quelle sagt nicht, auf welche Stufe. Sehen Sie nach, und senden Sie es nötigenfalls doch</translation>
    </message>
    <message>
        <source>%1 is not shown among those who were asked for help</source>
        <translation>%1 ist nicht unter denen, die um Hilfe gebeten wurden</translation>
    </message>
    <message>
        <source>%1 cannot be called off any more: the source says %2</source>
        <translation>%1 kann nicht mehr abbestellt werden: die Quelle sagt %2</translation>
    </message>
    <message>
        <source>The incident that it was to be merged into, %1, is resolved</source>
        <translation>Der Vorfall, in den er aufgehen sollte, %1, ist gelöst</translation>
    </message>
    <message>
        <source>These two cannot be merged: only incidents with alerts, or made by hand, can be</source>
        <translation>Diese beiden lassen sich nicht zusammenführen: das geht nur mit Vorfällen, die Alarme haben oder von Hand angelegt sind</translation>
    </message>
    <message>
        <source>it holds, but the comment was not left as a note: %1</source>
        <translation>es gilt, aber der Kommentar wurde nicht als Notiz hinterlassen: %1</translation>
    </message>
    <message>
        <source>it holds, but the comment was not left as a note</source>
        <translation>es gilt, aber der Kommentar wurde nicht als Notiz hinterlassen</translation>
    </message>
    <message>
        <source>The source does not say of which service it is</source>
        <translation>Die Quelle sagt nicht, zu welchem Dienst er gehört</translation>
    </message>
    <message>
        <source>no new incident is opened for %1 until %2, by %3; those that are open go on</source>
        <translation>für %1 wird bis %2 durch %3 kein neuer Vorfall eröffnet; offene gehen weiter</translation>
    </message>
    <message>
        <source>no new incident is opened for %1 until %2; those that are open go on</source>
        <translation>für %1 wird bis %2 kein neuer Vorfall eröffnet; offene gehen weiter</translation>
    </message>
    <message>
        <source>No such person at the source: %1</source>
        <translation>Die Quelle kennt diese Person nicht: %1</translation>
    </message>
    <message>
        <source>a newer action took its place before it was sent</source>
        <translation>eine neuere Aktion hat sie vor dem Senden ersetzt</translation>
    </message>
    <message>
        <source>in place of an earlier one that was not sent</source>
        <translation>anstelle einer früheren, die nicht gesendet wurde</translation>
    </message>
    <message>
        <source>what it undoes was still queued and was discarded: nothing was sent</source>
        <translation>was sie zurücknimmt, war noch in der Warteschlange und wurde verworfen: Es wurde nichts gesendet</translation>
    </message>
</context>
<context>
    <name>Ownership</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiterer</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Einig</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>Lebenszyklus</translation>
    </message>
    <message>
        <source>Runbooks</source>
        <translation>Runbooks</translation>
    </message>
    <message>
        <source>On call</source>
        <translation>Bereitschaft</translation>
    </message>
    <message>
        <source>14 days</source>
        <translation>14 Tage</translation>
    </message>
    <message>
        <source>Bus factor</source>
        <translation>Bus-Faktor</translation>
    </message>
    <message>
        <source>An owner is named</source>
        <translation>Jemand ist als verantwortlich genannt</translation>
    </message>
    <message>
        <source>The owner is a known team</source>
        <translation>Das verantwortliche Team ist bekannt</translation>
    </message>
    <message>
        <source>The catalogs agree</source>
        <translation>Die Kataloge sind sich einig</translation>
    </message>
    <message>
        <source>A tier is named</source>
        <translation>Eine Stufe ist genannt</translation>
    </message>
    <message>
        <source>A lifecycle is named</source>
        <translation>Ein Lebenszyklus ist genannt</translation>
    </message>
    <message>
        <source>Every dependency is a known service</source>
        <translation>Jede Abhängigkeit ist ein bekannter Dienst</translation>
    </message>
    <message>
        <source>Every alert has a runbook</source>
        <translation>Jeder Alarm hat ein Runbook</translation>
    </message>
    <message>
        <source>Somebody is on call now</source>
        <translation>Jemand hat jetzt Bereitschaft</translation>
    </message>
    <message>
        <source>Somebody is on call for the next 14 days</source>
        <translation>Die nächsten 14 Tage sind besetzt</translation>
    </message>
    <message>
        <source>At least two people are called</source>
        <translation>Mindestens zwei Personen werden gerufen</translation>
    </message>
    <message>
        <source>At least two people took its incidents</source>
        <translation>Mindestens zwei Personen haben seine Störungen übernommen</translation>
    </message>
    <message>
        <source>passes</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>trifft nicht zu</translation>
    </message>
    <message>
        <source>nobody from %1 to %2</source>
        <translation>niemand von %1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more gap(s)</source>
        <translation>
            <numerusform>%n weitere Lücke</numerusform>
            <numerusform>%n weitere Lücken</numerusform>
        </translation>
    </message>
    <message>
        <source>not known after %1</source>
        <translation>nicht bekannt nach %1</translation>
    </message>
    <message>
        <source>Name an owner in the catalog or in config.yaml</source>
        <translation>Nennen Sie ein Team im Katalog oder in config.yaml</translation>
    </message>
    <message>
        <source>Correct the name, or add the team to the catalog</source>
        <translation>Berichtigen Sie den Namen, oder nehmen Sie das Team in den Katalog auf</translation>
    </message>
    <message>
        <source>Make one of them right, or decide in config.yaml</source>
        <translation>Berichtigen Sie einen davon, oder entscheiden Sie in config.yaml</translation>
    </message>
    <message>
        <source>Say how important it is: tier</source>
        <translation>Geben Sie an, wie wichtig er ist: tier</translation>
    </message>
    <message>
        <source>Say whether it is in production: lifecycle</source>
        <translation>Geben Sie an, ob er in Betrieb ist: lifecycle</translation>
    </message>
    <message>
        <source>Correct these names, or add the services</source>
        <translation>Berichtigen Sie diese Namen, oder fügen Sie die Dienste hinzu</translation>
    </message>
    <message>
        <source>The history or the sources do not show all of its alerts</source>
        <translation>Verlauf oder Quellen zeigen nicht alle seine Alarme</translation>
    </message>
    <message>
        <source>Write a runbook for these alerts</source>
        <translation>Schreiben Sie ein Runbook für diese Alarme</translation>
    </message>
    <message>
        <source>A source did not say all of who is on call</source>
        <translation>Eine Quelle hat nicht alles über die Bereitschaft gemeldet</translation>
    </message>
    <message>
        <source>Fill the rota, or let a policy page for it</source>
        <translation>Besetzen Sie den Dienstplan, oder lassen Sie eine Regel für ihn rufen</translation>
    </message>
    <message>
        <source>Add a second level to its policy</source>
        <translation>Geben Sie seiner Regel eine zweite Stufe</translation>
    </message>
    <message>
        <source>The local history is shorter than 90 days</source>
        <translation>Der lokale Verlauf ist kürzer als 90 Tage</translation>
    </message>
    <message>
        <source>Let somebody else take its next incidents</source>
        <translation>Lassen Sie jemand anderen die nächsten Störungen übernehmen</translation>
    </message>
    <message numerus="yes">
        <source>%n service(s) without an owner that is known</source>
        <translation>
            <numerusform>%n Dienst ohne bekanntes verantwortliches Team</numerusform>
            <numerusform>%n Dienste ohne bekanntes verantwortliches Team</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every service has an owner; %n service(s) have gaps on call</source>
        <translation>
            <numerusform>Jeder Dienst ist zugeordnet; %n Dienst hat Lücken in der Bereitschaft</numerusform>
            <numerusform>Jeder Dienst ist zugeordnet; %n Dienste haben Lücken in der Bereitschaft</numerusform>
        </translation>
    </message>
    <message>
        <source>Every service has an owner; some checks fail</source>
        <translation>Jeder Dienst hat ein verantwortliches Team; manche Prüfungen sind nicht bestanden</translation>
    </message>
    <message>
        <source>Every service has an owner; not everything is known</source>
        <translation>Jeder Dienst hat ein verantwortliches Team; nicht alles ist bekannt</translation>
    </message>
    <message>
        <source>Every service passes every check</source>
        <translation>Jeder Dienst besteht jede Prüfung</translation>
    </message>
    <message>
        <source>not up to date: %1</source>
        <translation>nicht aktuell: %1</translation>
    </message>
    <message>
        <source>who is on call is not known: %1</source>
        <translation>wer Bereitschaft hat, ist nicht bekannt: %1</translation>
    </message>
    <message>
        <source>there is no local history yet</source>
        <translation>es gibt noch keinen lokalen Verlauf</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Bekannt</translation>
    </message>
    <message>
        <source>Depends</source>
        <translation>Bezüge</translation>
    </message>
    <message>
        <source>Two</source>
        <translation>Zwei</translation>
    </message>
    <message>
        <source>the local history begins at %1</source>
        <translation>der lokale Verlauf beginnt um %1</translation>
    </message>
</context>
<context>
    <name>OwnershipPage</name>
    <message>
        <source>Ownership</source>
        <translation>Zuständigkeit</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>%1: %2</source>
        <comment>a name and its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>; </source>
        <comment>between the parts of a sentence</comment>
        <translation>; </translation>
    </message>
    <message>
        <source>.</source>
        <comment>ends a sentence</comment>
        <translation>.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>one sentence after another</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day and month, as Qt writes date formats</comment>
        <translation>d. MMM</translation>
    </message>
</context>
<context>
    <name>RotaPage</name>
    <message>
        <source>On call</source>
        <translation>Bereitschaft</translation>
    </message>
</context>
<context>
    <name>RunbooksPage</name>
    <message>
        <source>Runbooks</source>
        <translation>Runbooks</translation>
    </message>
</context>
<context>
    <name>SaveFile</name>
    <message>
        <source>Exported to %1.</source>
        <translation>Nach %1 exportiert.</translation>
    </message>
    <message>
        <source>Could not write the file: %1.</source>
        <translation>Die Datei konnte nicht geschrieben werden: %1.</translation>
    </message>
</context>
<context>
    <name>ServicesPage</name>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>Gestört</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehlerhaft</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>Beeinträchtigt</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>Auffällig</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>healthy, no open alerts</source>
        <translation>in Ordnung, keine offenen Alarme</translation>
    </message>
    <message>
        <source>health unknown: no source is connected</source>
        <translation>Status unbekannt: keine Quelle verbunden</translation>
    </message>
    <message>
        <source>health unknown: %1 not up to date</source>
        <translation>Status unbekannt: %1 nicht aktuell</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n open alert(s) since %2</source>
        <translation>
            <numerusform>%1, %n offener Alarm seit %2</numerusform>
            <numerusform>%1, %n offene Alarme seit %2</numerusform>
        </translation>
    </message>
    <message>
        <source>; no source is up to date, so it may be worse</source>
        <translation>; keine Quelle ist aktuell, die Lage kann schlechter sein</translation>
    </message>
    <message>
        <source>; may be worse: %1 not up to date</source>
        <translation>; möglicherweise schlechter, %1 nicht aktuell</translation>
    </message>
    <message>
        <source>health unknown: no alert source is connected</source>
        <translation>Gesundheit unbekannt: keine Alarmquelle verbunden</translation>
    </message>
    <message>
        <source>health unknown: the alerts have not been read</source>
        <translation>Gesundheit unbekannt: Die Alarme sind noch nicht gelesen</translation>
    </message>
    <message>
        <source>; may be worse: no alert source is connected</source>
        <translation>; kann schlimmer sein, keine Alarmquelle verbunden</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>SeverityMark</name>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Firing</source>
        <translation>Ausgelöst</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Quittiert</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Behoben</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Ohne Meldung</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Zurückgestellt</translation>
    </message>
</context>
<context>
    <name>SourceCard</name>
    <message>
        <source>Testing…</source>
        <translation>Wird getestet&#xa0;…</translation>
    </message>
    <message>
        <source>The test passed.</source>
        <translation>Test bestanden.</translation>
    </message>
    <message>
        <source>The test failed.</source>
        <translation>Test fehlgeschlagen.</translation>
    </message>
</context>
<context>
    <name>TimeChart</name>
    <message>
        <source>now %1</source>
        <translation>jetzt %1</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>threshold %1</source>
        <translation>Schwellenwert %1</translation>
    </message>
    <message>
        <source>%1, no data</source>
        <translation>%1, keine Daten</translation>
    </message>
    <message>
        <source>max %1, now %2</source>
        <translation>max. %1, jetzt %2</translation>
    </message>
    <message>
        <source>last %1</source>
        <translation>zuletzt %1</translation>
    </message>
</context>
<context>
    <name>Verb</name>
    <message>
        <source>acknowledgement</source>
        <translation>Quittierung</translation>
    </message>
    <message>
        <source>Acknowledgement</source>
        <translation>Quittierung</translation>
    </message>
    <message>
        <source>Acknowledge %1</source>
        <translation>%1 quittieren</translation>
    </message>
    <message>
        <source>silence</source>
        <translation>Stummschaltung</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Stummschaltung</translation>
    </message>
    <message>
        <source>Silence %1</source>
        <translation>%1 stummschalten</translation>
    </message>
    <message>
        <source>extension</source>
        <translation>Verlängerung</translation>
    </message>
    <message>
        <source>Silence extension</source>
        <translation>Verlängerung einer Stummschaltung</translation>
    </message>
    <message>
        <source>Extend silence on %1</source>
        <translation>Stummschaltung von %1 verlängern</translation>
    </message>
    <message>
        <source>end of silence</source>
        <translation>Beendigung</translation>
    </message>
    <message>
        <source>Silence end</source>
        <translation>Ende einer Stummschaltung</translation>
    </message>
    <message>
        <source>End silence on %1</source>
        <translation>Stummschaltung von %1 beenden</translation>
    </message>
    <message>
        <source>un-acknowledgement</source>
        <translation>Rücknahme</translation>
    </message>
    <message>
        <source>Acknowledgement end</source>
        <translation>Rücknahme einer Quittierung</translation>
    </message>
    <message>
        <source>Remove the acknowledgement of %1</source>
        <translation>Quittierung von %1 zurücknehmen</translation>
    </message>
    <message>
        <source>snooze</source>
        <translation>Zurückstellung</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Zurückstellung</translation>
    </message>
    <message>
        <source>Snooze %1</source>
        <translation>%1 zurückstellen</translation>
    </message>
    <message>
        <source>resolution</source>
        <translation>Behebung</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Behebung</translation>
    </message>
    <message>
        <source>Resolve %1</source>
        <translation>%1 als behoben melden</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note at the source</source>
        <translation>Notiz in der Quelle</translation>
    </message>
    <message>
        <source>Note on %1</source>
        <translation>Notiz zu %1</translation>
    </message>
    <message>
        <source>reassignment</source>
        <translation>Neuzuweisung</translation>
    </message>
    <message>
        <source>Reassignment</source>
        <translation>Neuzuweisung</translation>
    </message>
    <message>
        <source>Reassign %1</source>
        <translation>%1 neu zuweisen</translation>
    </message>
    <message>
        <source>escalation</source>
        <translation>Eskalation</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>Eskalation</translation>
    </message>
    <message>
        <source>Escalate %1</source>
        <translation>%1 eskalieren</translation>
    </message>
    <message>
        <source>call for help</source>
        <translation>Hilferuf</translation>
    </message>
    <message>
        <source>Call for help</source>
        <translation>Hilferuf</translation>
    </message>
    <message>
        <source>Call for help with %1</source>
        <translation>Hilfe bei %1 rufen</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>Zusammenführung</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Merge %1</source>
        <translation>%1 zusammenführen</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Set the priority of %1</source>
        <translation>Priorität von %1 setzen</translation>
    </message>
    <message>
        <source>check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Sofort prüfen</translation>
    </message>
    <message>
        <source>Check %1 now</source>
        <translation>%1 sofort prüfen</translation>
    </message>
    <message>
        <source>call-off</source>
        <translation>Absage</translation>
    </message>
    <message>
        <source>Call-off of help</source>
        <translation>Absage der Hilfe</translation>
    </message>
    <message>
        <source>Call off help with %1</source>
        <translation>Hilfe bei %1 absagen</translation>
    </message>
    <message>
        <source>maintenance</source>
        <translation>Wartung</translation>
    </message>
    <message>
        <source>Maintenance window</source>
        <translation>Wartungsfenster</translation>
    </message>
    <message>
        <source>Maintenance of the service of %1</source>
        <translation>Wartung des Dienstes von %1</translation>
    </message>
</context>
<context>
    <name>WarningText</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>The source warns: %1</source>
        <translation>Die Quelle warnt: %1</translation>
    </message>
</context>
<context>
    <name>quarterdeck::ActSheet</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>quarterdeck::AlertHead</name>
    <message>
        <source>Runbook</source>
        <translation>Runbook</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Dennoch senden</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>resolved %1, firing since %2</source>
        <translation>behoben %1, aktiv gewesen seit %2</translation>
    </message>
    <message>
        <source>firing since %1, last seen %2</source>
        <translation>aktiv seit %1, zuletzt gesehen %2</translation>
    </message>
    <message>
        <source>firing since %1</source>
        <translation>aktiv seit %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>team not in any catalog</source>
        <translation>Team in keinem Katalog</translation>
    </message>
    <message>
        <source>from the alert&apos;s label</source>
        <translation>laut Label des Alarms</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>nicht zugeordnet</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>tier %1</source>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>Affects</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>no known dependents</source>
        <translation>keine bekannten abhängigen Dienste</translation>
    </message>
    <message>
        <source>depend on %1</source>
        <translation>hängen von %1 ab</translation>
    </message>
    <message>
        <source>Select an alert to see its details.</source>
        <translation>Wählen Sie einen Alarm, um die Details zu sehen.</translation>
    </message>
    <message>
        <source>No alerts listed. Details of the selected alert appear here.</source>
        <translation>Keine Alarme in der Liste. Hier erscheinen die Details des gewählten Alarms.</translation>
    </message>
    <message>
        <source>Quiet by</source>
        <translation>Ohne Meldung wegen</translation>
    </message>
    <message>
        <source>silence %1</source>
        <translation>Stummschaltung %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Also reported by</source>
        <translation>Auch gemeldet von</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Zugewiesen an</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>mit %1</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
</context>
<context>
    <name>quarterdeck::AlertList</name>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
</context>
<context>
    <name>quarterdeck::AlertModel</name>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
</context>
<context>
    <name>quarterdeck::AlertRow</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>quarterdeck::BackendListModel</name>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Authentifizierung</translation>
    </message>
    <message>
        <source>Data status</source>
        <translation>Aktualität</translation>
    </message>
</context>
<context>
    <name>quarterdeck::BarColumns</name>
    <message>
        <source>forecast: %1</source>
        <translation>Prognose: %1</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Säulen</translation>
    </message>
    <message>
        <source>%1, no data</source>
        <translation>%1, keine Daten</translation>
    </message>
    <message>
        <source>%1, max %2, last %3</source>
        <translation>%1, max. %2, zuletzt %3</translation>
    </message>
    <message>
        <source>Values of %1</source>
        <translation>Werte von %1</translation>
    </message>
</context>
<context>
    <name>quarterdeck::ChartColumn</name>
    <message>
        <source>%1 fired</source>
        <translation>%1 ausgelöst</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Geändert: %1</translation>
    </message>
</context>
<context>
    <name>quarterdeck::Chip</name>
    <message>
        <source>no open alerts</source>
        <translation>keine offenen Alarme</translation>
    </message>
    <message>
        <source>unknown: its sources are not up to date</source>
        <translation>unbekannt, die Quellen sind nicht aktuell</translation>
    </message>
</context>
<context>
    <name>quarterdeck::CodeBlockView</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy code block %1</source>
        <translation>Codeblock %1 kopieren</translation>
    </message>
    <message>
        <source>Code block %1</source>
        <translation>Codeblock %1</translation>
    </message>
    <message>
        <source>This command makes changes. Read it again before you run it.</source>
        <translation>Dieser Befehl nimmt Änderungen vor. Vor dem Ausführen noch einmal lesen.</translation>
    </message>
    <message>
        <source>Not filled in because a shell would interpret the value: %1.</source>
        <translation>Nicht eingesetzt, weil eine Shell den Wert interpretieren würde: %1.</translation>
    </message>
    <message>
        <source>Fill in before use: %1.</source>
        <translation>Vor der Verwendung ausfüllen: %1.</translation>
    </message>
</context>
<context>
    <name>quarterdeck::CommandPalette</name>
    <message>
        <source>Go to a page, service, alert or runbook, or run an action…</source>
        <translation>Seite, Dienst, Alarm oder Runbook öffnen oder Aktion ausführen&#xa0;…</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>No results.</source>
        <translation>Nichts gefunden.</translation>
    </message>
</context>
<context>
    <name>quarterdeck::ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>quarterdeck::ConfirmSheet</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>quarterdeck::Desktop</name>
    <message>
        <source>Quarterdeck is already running; its window is now in front.</source>
        <translation>Quarterdeck läuft bereits; das Fenster wurde nach vorn geholt.</translation>
    </message>
    <message>
        <source>Acknowledging %1</source>
        <translation>%1 wird quittiert</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>This context is read-only: you cannot acknowledge or silence alerts here.</source>
        <translation>Dieser Kontext ist schreibgeschützt: Quittieren und Stummschalten sind hier nicht möglich.</translation>
    </message>
    <message>
        <source>Certificates are not verified for %1. Anyone on the network path can read and change what you see.</source>
        <translation>Zertifikate werden nicht geprüft für: %1. Wer im Netz dazwischensitzt, kann mitlesen und verändern, was Sie sehen.</translation>
    </message>
    <message>
        <source>The demo opens in its own window.</source>
        <translation>Die Demo öffnet sich in einem eigenen Fenster.</translation>
    </message>
    <message>
        <source>The demo creates sample data and only writes to an empty folder. This one is not empty:</source>
        <translation>Die Demo legt eine erfundene Firma an und schreibt nur in einen leeren Ordner:</translation>
    </message>
    <message>
        <source>The desktop refuses notifications, so new alerts are announced only here: %1</source>
        <translation>Der Desktop lehnt Benachrichtigungen ab; neue Alarme werden nur hier gemeldet: %1</translation>
    </message>
    <message>
        <source>The alert has resolved; nothing was acknowledged.</source>
        <translation>Der Alarm ist vorbei; nichts wurde quittiert.</translation>
    </message>
    <message>
        <source>%1 no longer needs an acknowledgement.</source>
        <translation>%1 muss nicht mehr quittiert werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of the configuration are ignored, and what they define is not watched. %1</source>
        <translation>
            <numerusform>%n Teil der Konfiguration ist ausgelassen; was er nennt, überwacht niemand. %1</numerusform>
            <numerusform>%n Teile der Konfiguration sind ausgelassen; was sie nennen, überwacht niemand. %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The source %1 was added.</source>
        <translation>Die Quelle %1 wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>The source %1 was changed.</source>
        <translation>Die Quelle %1 wurde geändert.</translation>
    </message>
    <message>
        <source>The source %1 was removed.</source>
        <translation>Die Quelle %1 wurde entfernt.</translation>
    </message>
    <message>
        <source>Configuration reloaded.</source>
        <translation>Die Konfiguration wurde neu gelesen.</translation>
    </message>
    <message>
        <source>Undone: the source %1 is no longer added.</source>
        <translation>Rückgängig gemacht: Die Quelle %1 ist nicht mehr hinzugefügt.</translation>
    </message>
    <message>
        <source>Undone: the source %1 is as it was before the change.</source>
        <translation>Rückgängig gemacht: Die Quelle %1 ist wieder wie vor der Änderung.</translation>
    </message>
    <message>
        <source>Undone: the source %1 is back.</source>
        <translation>Rückgängig gemacht: Die Quelle %1 ist wieder da.</translation>
    </message>
</context>
<context>
    <name>quarterdeck::DetailChart</name>
    <message>
        <source>Metric around the start</source>
        <translation>Messwerte um den Alarmbeginn</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen&#xa0;…</translation>
    </message>
    <message>
        <source>Cannot read the alert rule: %1</source>
        <translation>Die Regel dieses Alarms ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>No metric source has the rule for this alert.</source>
        <translation>Keine Metrikquelle kennt die Regel dieses Alarms.</translation>
    </message>
    <message>
        <source>No values: %1</source>
        <translation>Keine Werte: %1</translation>
    </message>
    <message>
        <source>No values in this range.</source>
        <translation>Keine Werte in diesem Bereich.</translation>
    </message>
    <message>
        <source>fires when %1 %2</source>
        <translation>löst aus bei %1 %2</translation>
    </message>
    <message numerus="yes">
        <source>4 of %n series</source>
        <translation>
            <numerusform>4 von %n Reihen</numerusform>
            <numerusform>4 von %n Reihen</numerusform>
        </translation>
    </message>
    <message>
        <source>cached at %1</source>
        <translation>aus dem Cache, Stand %1</translation>
    </message>
    <message>
        <source>cached</source>
        <translation>aus dem Cache</translation>
    </message>
    <message>
        <source>incomplete: %1</source>
        <translation>nicht vollständig: %1</translation>
    </message>
</context>
<context>
    <name>quarterdeck::DetailLogs</name>
    <message>
        <source>Logs around the start</source>
        <translation>Logs um den Alarmbeginn</translation>
    </message>
    <message>
        <source>Log lines around the start</source>
        <translation>Logzeilen um den Alarmbeginn</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Logs</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen&#xa0;…</translation>
    </message>
    <message>
        <source>This alert has no service label, so its log lines cannot be found.</source>
        <translation>Dieser Alarm nennt keinen Dienst, darum lassen sich seine Logzeilen nicht finden.</translation>
    </message>
    <message>
        <source>No log lines: %1</source>
        <translation>Keine Logzeilen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>cached</source>
        <translation>aus dem Cache</translation>
    </message>
    <message>
        <source>Earlier lines</source>
        <translation>Frühere Zeilen</translation>
    </message>
    <message>
        <source>Later lines</source>
        <translation>Spätere Zeilen</translation>
    </message>
    <message>
        <source>Logs of %1 around the start</source>
        <translation>Logs von %1 um den Beginn</translation>
    </message>
    <message>
        <source>No log lines for this service in these minutes.</source>
        <translation>Keine Logzeile dieses Dienstes in diesen Minuten.</translation>
    </message>
    <message>
        <source>incomplete: %1</source>
        <translation>nicht vollständig: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) nearest to the start</source>
        <translation>
            <numerusform>%n Zeile um den Beginn</numerusform>
            <numerusform>%n Zeilen um den Beginn</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::DetailPane</name>
    <message>
        <source>Alert details</source>
        <translation>Alarmdetails</translation>
    </message>
</context>
<context>
    <name>quarterdeck::DutyListModel</name>
    <message>
        <source>Policy</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
</context>
<context>
    <name>quarterdeck::DutyWords</name>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>not before %1</source>
        <translation>nicht vor %1</translation>
    </message>
</context>
<context>
    <name>quarterdeck::ExplainPanel</name>
    <message>
        <source>About these figures</source>
        <translation>Was diese Zahlen bedeuten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Definition: %1. Export key: %2.</source>
        <translation>Definition aus: %1. Schlüssel in Exporten: %2.</translation>
    </message>
    <message>
        <source>Incidents behind these figures</source>
        <translation>Vorfälle hinter diesen Zahlen</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Acknowledged after</source>
        <translation>Quittiert nach</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Worked value: %1</source>
        <translation>Rechenbeispiel: %1</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln incident(s) behind these figures</source>
        <translation>
            <numerusform>%1 von %Ln Vorfall hinter diesen Zahlen</numerusform>
            <numerusform>%1 von %Ln Vorfällen hinter diesen Zahlen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) behind these figures</source>
        <translation>
            <numerusform>%Ln Vorfall hinter diesen Zahlen</numerusform>
            <numerusform>%Ln Vorfälle hinter diesen Zahlen</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot read the incidents: %1</source>
        <translation>Die Vorfälle können nicht gelesen werden: %1</translation>
    </message>
</context>
<context>
    <name>quarterdeck::Explanation</name>
    <message>
        <source>Based on the incidents created %1.</source>
        <translation>Grundlage: die Vorfälle, entstanden im Zeitraum %1.</translation>
    </message>
    <message numerus="yes">
        <source>Based on %Ln incident(s) created %1.</source>
        <translation>
            <numerusform>Grundlage: %Ln Vorfall, entstanden im Zeitraum %1.</numerusform>
            <numerusform>Grundlage: %Ln Vorfälle, entstanden im Zeitraum %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rule: %1.</source>
        <translation>Regel: %1.</translation>
    </message>
    <message>
        <source>Scope: %1.</source>
        <translation>Ausschnitt: %1.</translation>
    </message>
    <message>
        <source>Times are in each responder&apos;s time zone, otherwise %1.</source>
        <translation>Die Uhrzeiten gelten in der Zone des jeweiligen Bearbeiters, sonst in %1.</translation>
    </message>
    <message>
        <source>Source: alerts recorded by Quarterdeck from connected sources.</source>
        <translation>Quelle: die Auslösungen, die Quarterdeck von den verbundenen Alarmquellen aufgezeichnet hat.</translation>
    </message>
    <message>
        <source>Responders or notifications are estimates.</source>
        <translation>Bearbeiter oder Benachrichtigungen sind geschätzt.</translation>
    </message>
</context>
<context>
    <name>quarterdeck::ExtendDialog</name>
    <message>
        <source>Extend</source>
        <translation>Bis dann verlängern</translation>
    </message>
    <message>
        <source>Extend silence</source>
        <translation>Stummschaltung verlängern</translation>
    </message>
    <message numerus="yes">
        <source>Extend %n silence(s)</source>
        <translation>
            <numerusform>%n Stummschaltung verlängern</numerusform>
            <numerusform>%n Stummschaltungen verlängern</numerusform>
        </translation>
    </message>
    <message>
        <source>It currently ends at %1.</source>
        <translation>Zurzeit endet sie um %1.</translation>
    </message>
    <message>
        <source>Each is extended from its own end.</source>
        <translation>Jede von ihrem eigenen Ende an.</translation>
    </message>
    <message>
        <source>Until, such as 23:51</source>
        <translation>Bis wann, etwa 23:51</translation>
    </message>
    <message>
        <source>until, such as 23:51</source>
        <translation>bis, etwa 23:51</translation>
    </message>
    <message>
        <source>%1: until %2</source>
        <translation>%1: bis %2</translation>
    </message>
    <message>
        <source>Use a format like 23:51 or 2026-11-21 07:00</source>
        <translation>Schreiben Sie es wie 23:51 oder 2026-11-21 07:00</translation>
    </message>
    <message>
        <source>This is not later than its current end</source>
        <translation>Das ist nicht später als ihr jetziges Ende</translation>
    </message>
    <message>
        <source>now until %1</source>
        <translation>verlängert bis %1</translation>
    </message>
    <message>
        <source>Choose at least one.</source>
        <translation>Wählen Sie mindestens eine aus.</translation>
    </message>
    <message>
        <source>When it ends is not known here: it is extended from its own end.</source>
        <translation>Ihr Ende ist hier nicht bekannt: Sie wird ab ihrem eigenen Ende verlängert.</translation>
    </message>
</context>
<context>
    <name>quarterdeck::FacetMenu</name>
    <message>
        <source>Ctrl+click leaves a value out</source>
        <translation>Strg+Klick schließt einen Wert aus</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n value(s))</source>
        <translation>
            <numerusform>%1 (%n Wert)</numerusform>
            <numerusform>%1 (%n Werte)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n alert(s))</source>
        <translation>
            <numerusform>%1 (%n Alarm)</numerusform>
            <numerusform>%1 (%n Alarme)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more, less frequent</source>
        <translation>
            <numerusform>%n weiterer, seltenerer</numerusform>
            <numerusform>%n weitere, seltenere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::FactLabel</name>
    <message>
        <source>%1: %2, from %3</source>
        <translation>%1: %2, aus %3</translation>
    </message>
</context>
<context>
    <name>quarterdeck::FactsView</name>
    <message>
        <source>Annotations</source>
        <translation>Annotationen</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
</context>
<context>
    <name>quarterdeck::FairnessCard</name>
    <message>
        <source>Fairness</source>
        <translation>Fairness</translation>
    </message>
    <message>
        <source>Load by person: you, the team median and range</source>
        <translation>Last pro Person: Sie, Median und Spanne des Teams</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Interruptions</source>
        <translation>Unterbrechungen</translation>
    </message>
    <message>
        <source>Sleep</source>
        <translation>Schlaf</translation>
    </message>
    <message>
        <source>Time engaged</source>
        <translation>Im Einsatz</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>team median</source>
        <translation>Median des Teams</translation>
    </message>
    <message>
        <source>team range</source>
        <translation>Spanne des Teams</translation>
    </message>
    <message>
        <source>No responder recorded in this time range.</source>
        <translation>In diesem Zeitraum ist kein Bearbeiter eingetragen.</translation>
    </message>
    <message>
        <source>Team figures are hidden: with fewer than three people they would identify individuals.</source>
        <translation>Teamwerte werden erst ab drei Personen gezeigt, sonst verrieten sie die Werte Einzelner.</translation>
    </message>
    <message>
        <source>Individual figures are visible only to the person concerned.</source>
        <translation>Werte einzelner Personen sieht nur die Person selbst.</translation>
    </message>
    <message>
        <source>interruptions per person, not per hour on call; Gini %1</source>
        <translation>Unterbrechungen je Person, nicht je Stunde Bereitschaft; Gini %1</translation>
    </message>
</context>
<context>
    <name>quarterdeck::FilterBar</name>
    <message>
        <source>service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>alertname</source>
        <translation>alertname</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>severity, age</source>
        <translation>Schweregrad, Alter</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>neueste zuerst</translation>
    </message>
    <message>
        <source>oldest first</source>
        <translation>älteste zuerst</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Group by: %1</source>
        <translation>Gruppe: %1</translation>
    </message>
    <message>
        <source>Sort by: %1</source>
        <translation>Sortierung: %1</translation>
    </message>
    <message>
        <source>Filter: words, is:open, severity:critical, @age&gt;1h, label=value, -exclude</source>
        <translation>Filter: Wörter, is:open, severity:critical, @age&gt;1h, label=wert, -wort</translation>
    </message>
    <message>
        <source>Facets</source>
        <translation>Facetten</translation>
    </message>
</context>
<context>
    <name>quarterdeck::FilterCompleter</name>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n alert(s))</source>
        <translation>
            <numerusform>%1 (%n Alarm)</numerusform>
            <numerusform>%1 (%n Alarme)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::FreshnessLabel</name>
    <message>
        <source>%1, no data yet</source>
        <translation>%1, noch keine Daten</translation>
    </message>
    <message>
        <source>stale since %1</source>
        <translation>veraltet seit %1</translation>
    </message>
    <message>
        <source>stale since %1 – %2</source>
        <translation>veraltet seit %1 – %2</translation>
    </message>
    <message>
        <source> (certificate not verified)</source>
        <translation> (Zertifikat nicht geprüft)</translation>
    </message>
    <message>
        <source>Source %1: %2</source>
        <translation>Quelle %1: %2</translation>
    </message>
    <message>
        <source>up to date, %1 ago</source>
        <translation>aktuell, vor %1</translation>
    </message>
</context>
<context>
    <name>quarterdeck::GroupView</name>
    <message>
        <source>In this group</source>
        <translation>Inhalt der Gruppe</translation>
    </message>
    <message>
        <source>What actions apply to</source>
        <translation>Worauf die Aktionen wirken</translation>
    </message>
    <message>
        <source>Common labels</source>
        <translation>Gemeinsame Labels</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Quittieren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln alert(s)</source>
        <translation>
            <numerusform>%Ln Alarm</numerusform>
            <numerusform>%Ln Alarme</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1, seit %2</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Ältester</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neuester</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>without a service</source>
        <translation>ohne Dienst</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Data status</source>
        <translation>Aktualität</translation>
    </message>
    <message numerus="yes">
        <source>%Ln stale: their source is not up to date</source>
        <translation>
            <numerusform>%Ln veraltet: die Quelle ist nicht aktuell</numerusform>
            <numerusform>%Ln veraltet: ihre Quelle ist nicht aktuell</numerusform>
        </translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>no label in common</source>
        <translation>kein gemeinsames Label</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>Markiert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln alert(s): actions apply to these, not to the group</source>
        <translation>
            <numerusform>%Ln Alarm: Jede Aktion wirkt auf ihn, nicht auf die Gruppe</numerusform>
            <numerusform>%Ln Alarme: Jede Aktion wirkt auf sie, nicht auf die Gruppe</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>they are resolved</source>
        <translation>sie sind behoben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln alert(s), offered as one silence</source>
        <translation>
            <numerusform>%Ln Alarm, als eine Stummschaltung angeboten</numerusform>
            <numerusform>%Ln Alarme, als eine Stummschaltung angeboten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln alert(s), one by one</source>
        <translation>
            <numerusform>%Ln Alarm</numerusform>
            <numerusform>%Ln Alarme, jeder für sich</numerusform>
        </translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Stummschalten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln open alert(s) at %1</source>
        <translation>
            <numerusform>%Ln offener Alarm bei %1</numerusform>
            <numerusform>%Ln offene Alarme bei %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln elsewhere unaffected</source>
        <translation>
            <numerusform>%Ln anderswo bleibt, wie er ist</numerusform>
            <numerusform>%Ln anderswo bleiben, wie sie sind</numerusform>
        </translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>one alert at a time; select it first</source>
        <translation>nur einzeln: zuerst einen Alarm wählen</translation>
    </message>
    <message>
        <source>Runbook</source>
        <translation>Runbook</translation>
    </message>
    <message>
        <source>of the first alert</source>
        <translation>des ersten</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>nothing: all are acknowledged, being sent or in conflict</source>
        <translation>nichts: alle sind quittiert, unterwegs oder im Konflikt</translation>
    </message>
</context>
<context>
    <name>quarterdeck::HandoverDialog</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>Übergabe</translation>
    </message>
    <message>
        <source>Shift that ends</source>
        <translation>Endende Schicht</translation>
    </message>
    <message numerus="yes">
        <source>The last %n hour(s)</source>
        <translation>
            <numerusform>Die letzte Stunde</numerusform>
            <numerusform>Die letzten %n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Text of the hand-over</source>
        <translation>Text der Übergabe</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Hand-over copied.</source>
        <translation>Übergabe kopiert.</translation>
    </message>
    <message>
        <source>What the next shift has to know</source>
        <translation>Was die nächste Schicht wissen muss</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>%1 is not up to date: %2</source>
        <translation>%1 ist nicht aktuell: %2</translation>
    </message>
    <message>
        <source>Who is on call is not known: %1</source>
        <translation>Wer Bereitschaft hat, ist nicht bekannt: %1</translation>
    </message>
    <message>
        <source>%1: who is on call there is not known or not up to date: %2</source>
        <translation>%1: Wer dort Bereitschaft hat, ist nicht bekannt oder nicht aktuell: %2</translation>
    </message>
    <message>
        <source>Times are UTC. Change what you like before you copy it.</source>
        <translation>Zeiten sind in UTC. Sie können den Text vor dem Kopieren ändern.</translation>
    </message>
    <message>
        <source>Something may be missing: %1</source>
        <translation>Es kann etwas fehlen: %1</translation>
    </message>
    <message>
        <source>The hand-over cannot be written: %1</source>
        <translation>Die Übergabe kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>Save the hand-over</source>
        <translation>Übergabe speichern</translation>
    </message>
</context>
<context>
    <name>quarterdeck::HelpOverlay</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Available shortcuts</source>
        <translation>Tastenkürzel auf dieser Seite</translation>
    </message>
</context>
<context>
    <name>quarterdeck::HistogramBar</name>
    <message numerus="yes">
        <source>at least %n line(s)</source>
        <translation>
            <numerusform>mindestens %n Zeile</numerusform>
            <numerusform>mindestens %n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Log lines over time: %1, %2</source>
        <translation>Logzeilen im Zeitverlauf: %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>nicht gelesen</translation>
    </message>
</context>
<context>
    <name>quarterdeck::InboxActions</name>
    <message>
        <source>Acknowledge</source>
        <translation>Quittieren</translation>
    </message>
    <message>
        <source>Silence…</source>
        <translation>Stummschalten&#xa0;…</translation>
    </message>
    <message>
        <source>Open runbook</source>
        <translation>Runbook öffnen</translation>
    </message>
    <message>
        <source>Add a note…</source>
        <translation>Notiz hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>Open service</source>
        <translation>Dienst öffnen</translation>
    </message>
    <message>
        <source>End silence…</source>
        <translation>Stummschaltung beenden&#xa0;…</translation>
    </message>
    <message>
        <source>Open in source</source>
        <translation>In der Quelle öffnen</translation>
    </message>
    <message>
        <source>Copy alert</source>
        <translation>Alarm kopieren</translation>
    </message>
    <message>
        <source>Undo last action</source>
        <translation>Letzte Aktion rückgängig machen</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>Mark all or none</source>
        <translation>Alle oder keinen markieren</translation>
    </message>
    <message>
        <source>Collapse group</source>
        <translation>Gruppe einklappen</translation>
    </message>
    <message>
        <source>Expand group</source>
        <translation>Gruppe ausklappen</translation>
    </message>
    <message>
        <source>Open, or collapse/expand</source>
        <translation>Öffnen oder ein-/ausklappen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächster</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Voriger</translation>
    </message>
    <message>
        <source>Search and filter</source>
        <translation>Suchen und filtern</translation>
    </message>
    <message>
        <source>Show new alerts</source>
        <translation>Neue Alarme anzeigen</translation>
    </message>
    <message>
        <source>Show outbox</source>
        <translation>Warteschlange anzeigen</translation>
    </message>
    <message>
        <source>Change grouping</source>
        <translation>Anders gruppieren</translation>
    </message>
    <message>
        <source>Change sorting</source>
        <translation>Anders sortieren</translation>
    </message>
    <message>
        <source>Refresh all sources</source>
        <translation>Alle Quellen aktualisieren</translation>
    </message>
    <message>
        <source>Extend silence by an hour</source>
        <translation>Stummschaltung um eine Stunde verlängern</translation>
    </message>
    <message>
        <source>Extend silence…</source>
        <translation>Stummschaltung verlängern&#xa0;…</translation>
    </message>
    <message>
        <source>Remove acknowledgement</source>
        <translation>Quittierung zurücknehmen</translation>
    </message>
    <message>
        <source>Snooze…</source>
        <translation>Zurückstellen&#xa0;…</translation>
    </message>
    <message>
        <source>Resolve…</source>
        <translation>Als behoben melden&#xa0;…</translation>
    </message>
    <message>
        <source>Reassign…</source>
        <translation>Neu zuweisen&#xa0;…</translation>
    </message>
    <message>
        <source>Escalate…</source>
        <translation>Eskalieren&#xa0;…</translation>
    </message>
    <message>
        <source>Call for help…</source>
        <translation>Hilfe rufen&#xa0;…</translation>
    </message>
    <message>
        <source>Merge marked alerts…</source>
        <translation>Markierte zusammenführen&#xa0;…</translation>
    </message>
    <message>
        <source>Set priority…</source>
        <translation>Priorität setzen&#xa0;…</translation>
    </message>
    <message>
        <source>Note at the source…</source>
        <translation>Notiz in der Quelle&#xa0;…</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Sofort prüfen</translation>
    </message>
    <message>
        <source>Show marked alerts as one incident</source>
        <translation>Markierte als einen Vorfall zeigen</translation>
    </message>
    <message>
        <source>Show joined alerts separately</source>
        <translation>Verbundenes getrennt zeigen</translation>
    </message>
    <message>
        <source>Call off help…</source>
        <translation>Hilfe absagen&#xa0;…</translation>
    </message>
    <message>
        <source>Maintenance of the service…</source>
        <translation>Wartung des Dienstes …</translation>
    </message>
</context>
<context>
    <name>quarterdeck::InboxController</name>
    <message>
        <source>Select an alert to acknowledge.</source>
        <translation>Zum Quittieren zuerst einen Alarm wählen.</translation>
    </message>
    <message>
        <source>Nothing to acknowledge: already resolved, acknowledged or being sent.</source>
        <translation>Nichts zu quittieren: behoben, bereits quittiert oder Quittierung schon unterwegs.</translation>
    </message>
    <message>
        <source>Acknowledgement of %1 queued.</source>
        <translation>Quittierung von %1 vorgemerkt.</translation>
    </message>
    <message numerus="yes">
        <source>%n acknowledgement(s) queued.</source>
        <translation>
            <numerusform>%n Quittierung vorgemerkt.</numerusform>
            <numerusform>%n Quittierungen vorgemerkt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Select an open alert to silence.</source>
        <translation>Zum Stummschalten zuerst einen offenen Alarm wählen.</translation>
    </message>
    <message numerus="yes">
        <source>Silence for %1 queued; it will hide %n alert(s).</source>
        <translation>
            <numerusform>Stummschaltung für %1 vorgemerkt; sie blendet jetzt %n Alarm aus.</numerusform>
            <numerusform>Stummschaltung für %1 vorgemerkt; sie blendet jetzt %n Alarme aus.</numerusform>
        </translation>
    </message>
    <message>
        <source>No silence to extend.</source>
        <translation>Keine Stummschaltung zum Verlängern vorhanden.</translation>
    </message>
    <message>
        <source>This alert is not silenced.</source>
        <translation>Dieser Alarm ist nicht stummgeschaltet.</translation>
    </message>
    <message numerus="yes">
        <source>End %n silence(s)?</source>
        <translation>
            <numerusform>%n Stummschaltung beenden?</numerusform>
            <numerusform>%n Stummschaltungen beenden?</numerusform>
        </translation>
    </message>
    <message>
        <source>End silence</source>
        <translation>Stummschaltung beenden</translation>
    </message>
    <message numerus="yes">
        <source>End of %n silence(s) queued.</source>
        <translation>
            <numerusform>Ende von %n Stummschaltung vorgemerkt.</numerusform>
            <numerusform>Ende von %n Stummschaltungen vorgemerkt.</numerusform>
        </translation>
    </message>
    <message>
        <source>A note belongs to one alert. Select it first.</source>
        <translation>Eine Notiz gehört zu einem Alarm: zuerst den Alarm wählen.</translation>
    </message>
    <message>
        <source>Note on %1 saved.</source>
        <translation>Notiz zu %1 gespeichert.</translation>
    </message>
    <message>
        <source>Select an alert first.</source>
        <translation>Zuerst einen Alarm wählen.</translation>
    </message>
    <message>
        <source>No runbook for %1. Add a file with that name to the runbook folder.</source>
        <translation>Für %1 gibt es kein Runbook. Legen Sie eine gleichnamige Datei im Runbook-Ordner an.</translation>
    </message>
    <message>
        <source>The source provides no link for this.</source>
        <translation>Die Quelle hat dafür keine Adresse genannt.</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) copied.</source>
        <translation>
            <numerusform>%n Alarm kopiert.</numerusform>
            <numerusform>%n Alarme kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>This alert has no service.</source>
        <translation>Dieser Alarm nennt keinen Dienst.</translation>
    </message>
    <message>
        <source>%1 queued again.</source>
        <translation>%1 erneut vorgemerkt.</translation>
    </message>
    <message>
        <source>Discarded: nothing was sent.</source>
        <translation>Verworfen: Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Already sent.</source>
        <translation>Es ist bereits gesendet.</translation>
    </message>
    <message>
        <source>That silence has ended. Create a new one instead of extending it.</source>
        <translation>Diese Stummschaltung ist zu Ende. Schalten Sie erneut stumm, statt zu verlängern.</translation>
    </message>
    <message>
        <source>Extension queued: now until %1.</source>
        <translation>Verlängerung vorgemerkt: bis %1.</translation>
    </message>
    <message numerus="yes">
        <source>Extension of %n silence(s) queued.</source>
        <translation>
            <numerusform>Verlängerung von %n Stummschaltung vorgemerkt.</numerusform>
            <numerusform>Verlängerung von %n Stummschaltungen vorgemerkt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out, because they are read-only: %L1</source>
        <translation>Ausgelassen, weil nur lesbar: %L1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln alert(s)</source>
        <translation>
            <numerusform>%Ln Alarm</numerusform>
            <numerusform>%Ln Alarme</numerusform>
        </translation>
    </message>
    <message>
        <source>Each is sent separately:</source>
        <translation>Jeder wird einzeln gesendet:</translation>
    </message>
    <message>
        <source>In the context %1, each separately:</source>
        <translation>Im Kontext %1, jeder einzeln:</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Quittieren</translation>
    </message>
    <message>
        <source>What it hides can page again immediately:</source>
        <translation>Was sie verbirgt, kann sofort wieder alarmieren:</translation>
    </message>
    <message>
        <source>What they hide can page again immediately:</source>
        <translation>Was sie verbergen, kann sofort wieder alarmieren:</translation>
    </message>
    <message>
        <source>Silence, still queued</source>
        <translation>Stummschaltung, noch in der Warteschlange</translation>
    </message>
</context>
<context>
    <name>quarterdeck::InboxHerald</name>
    <message numerus="yes">
        <source>%Ln new critical alert(s) in many services</source>
        <translation>
            <numerusform>%Ln neuer kritischer Alarm in vielen Diensten</numerusform>
            <numerusform>%Ln neue kritische Alarme in vielen Diensten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new critical alert(s)</source>
        <translation>
            <numerusform>%Ln neuer kritischer Alarm</numerusform>
            <numerusform>%Ln neue kritische Alarme</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>New critical alert</source>
        <translation>Neuer kritischer Alarm</translation>
    </message>
    <message numerus="yes">
        <source>%Ln alert(s)</source>
        <translation>
            <numerusform>%Ln Alarm</numerusform>
            <numerusform>%Ln Alarme</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is marked.</source>
        <translation>Nichts ist markiert.</translation>
    </message>
</context>
<context>
    <name>quarterdeck::InboxPage</name>
    <message numerus="yes">
        <source>Acknowledge %n marked</source>
        <translation>
            <numerusform>%n markierten Alarm quittieren</numerusform>
            <numerusform>%n markierte Alarme quittieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Quittieren</translation>
    </message>
    <message>
        <source>That alert is no longer listed.</source>
        <translation>Dieser Alarm steht nicht mehr in der Liste.</translation>
    </message>
    <message>
        <source>Filter cleared to show that alert.</source>
        <translation>Filter aufgehoben, um diesen Alarm anzuzeigen.</translation>
    </message>
    <message>
        <source>No alert matches the filter.</source>
        <translation>Kein Alarm passt zum Filter.</translation>
    </message>
</context>
<context>
    <name>quarterdeck::IncidentJoins</name>
    <message>
        <source>First mark the open alerts that are one incident.</source>
        <translation>Markieren Sie zuerst die offenen Alarme, die ein Vorfall sind.</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) are shown as one incident.</source>
        <translation>
            <numerusform>%n Alarm wird als ein Vorfall gezeigt.</numerusform>
            <numerusform>%n Alarme werden als ein Vorfall gezeigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) are separate again.</source>
        <translation>
            <numerusform>%n Alarm steht wieder für sich.</numerusform>
            <numerusform>%n Alarme stehen wieder für sich.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>Rückgängig gemacht.</translation>
    </message>
</context>
<context>
    <name>quarterdeck::InputRow</name>
    <message>
        <source>Enter saves, Esc cancels</source>
        <translation>Enter speichert, Esc bricht ab</translation>
    </message>
</context>
<context>
    <name>quarterdeck::LegendWords</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation>%1, ausgeblendet</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Zeitreihen</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Letzter</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Min.</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max.</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
</context>
<context>
    <name>quarterdeck::LibraryPane</name>
    <message>
        <source>Filter by title, service or alert</source>
        <translation>Titel, Dienst, Alarm filtern</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Durchläufe</translation>
    </message>
    <message>
        <source>No runbook runs yet. Press o on an alert to start one.</source>
        <translation>Noch wurde kein Runbook durchgearbeitet. Mit o auf einem Alarm beginnt ein Durchlauf.</translation>
    </message>
    <message>
        <source>Filter runbooks</source>
        <translation>Runbooks filtern</translation>
    </message>
    <message>
        <source>Runbooks</source>
        <translation>Runbooks</translation>
    </message>
    <message>
        <source>Runs of runbooks, newest first</source>
        <translation>Durchläufe von Runbooks, neueste zuerst</translation>
    </message>
    <message>
        <source>Cannot read runs: %1</source>
        <translation>Die Durchläufe sind nicht lesbar: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n runbook(s)</source>
        <translation>
            <numerusform>%n Runbook</numerusform>
            <numerusform>%n Runbooks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runbook(s) overdue for review</source>
        <translation>
            <numerusform>%n Runbook mit überfälliger Prüfung</numerusform>
            <numerusform>%n Runbooks mit überfälliger Prüfung</numerusform>
        </translation>
    </message>
    <message>
        <source>No runbook matches the filter.</source>
        <translation>Kein Runbook passt zum Filter.</translation>
    </message>
    <message>
        <source>Press Esc to clear it.</source>
        <translation>Esc hebt den Filter auf.</translation>
    </message>
    <message>
        <source>No runbooks yet.</source>
        <translation>Noch keine Runbooks.</translation>
    </message>
    <message>
        <source>List folders of Markdown files under runbooks: in config.yaml. A file with an alert&apos;s name is offered from that alert.</source>
        <translation>Tragen Sie Ordner mit Markdown-Dateien unter runbooks: in config.yaml ein. Heißt eine Datei wie ein Alarm, wird sie dort angeboten.</translation>
    </message>
</context>
<context>
    <name>quarterdeck::LoadPage</name>
    <message>
        <source>Interruptions per week</source>
        <translation>Unterbrechungen je Woche</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt&#xa0;…</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>4 weeks</source>
        <translation>4 Wochen</translation>
    </message>
    <message>
        <source>13 weeks</source>
        <translation>13 Wochen</translation>
    </message>
    <message>
        <source>Time range: %1</source>
        <translation>Zeitraum %1</translation>
    </message>
    <message>
        <source>All teams</source>
        <translation>Alle Teams</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>Alle Dienste</translation>
    </message>
    <message>
        <source>Incidents by alert rule</source>
        <translation>Vorfälle nach Alarmregel</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Vorfälle</translation>
    </message>
    <message>
        <source>Sleep</source>
        <translation>Schlaf</translation>
    </message>
    <message>
        <source>Self-resolved</source>
        <translation>Selbst behoben</translation>
    </message>
    <message>
        <source>&lt; 5 min</source>
        <translation>&lt; 5 min</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>Wiederholt</translation>
    </message>
    <message>
        <source>Top contributors</source>
        <translation>Wodurch die Last entsteht</translation>
    </message>
    <message>
        <source>by alert rule</source>
        <translation>nach Alarmregel</translation>
    </message>
    <message>
        <source>Load of 7 days</source>
        <translation>Last der letzten 7 Tage</translation>
    </message>
    <message>
        <source>Load of 4 weeks</source>
        <translation>Last der letzten 4 Wochen</translation>
    </message>
    <message>
        <source>Load of 13 weeks</source>
        <translation>Last der letzten 13 Wochen</translation>
    </message>
    <message>
        <source>Show the weeks as a table</source>
        <translation>Wochen als Tabelle anzeigen</translation>
    </message>
    <message>
        <source>The history cannot be read.</source>
        <translation>Der Verlauf ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Operational load</source>
        <translation>Betriebslast</translation>
    </message>
    <message>
        <source>No incidents recorded yet.</source>
        <translation>Noch ist kein Vorfall aufgezeichnet.</translation>
    </message>
    <message>
        <source>Quarterdeck counts alerts only while it runs. Allow about a week before relying on these figures.</source>
        <translation>Quarterdeck zählt Alarme, solange es läuft. Aussagekräftig sind die Zahlen nach etwa einer Woche.</translation>
    </message>
    <message>
        <source>business</source>
        <translation>Arbeitszeit</translation>
    </message>
    <message>
        <source>off hours</source>
        <translation>außerhalb der Arbeitszeit</translation>
    </message>
    <message>
        <source>sleep</source>
        <translation>nachts</translation>
    </message>
    <message>
        <source>week of %1, incomplete</source>
        <translation>Woche vom %1, unvollständig</translation>
    </message>
    <message>
        <source>week of %1</source>
        <translation>Woche vom %1</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>Interruptions per week. %1</source>
        <translation>Unterbrechungen je Woche. %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a range of days and its name</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>quarterdeck::LoadTiles</name>
    <message>
        <source>p90 %1 · mean %2 · n %3</source>
        <translation>p90 %1 · Mittel %2 · n %3</translation>
    </message>
    <message>
        <source> · %1 open</source>
        <translation> · %1 offen</translation>
    </message>
    <message>
        <source> · %1 excluded (clock skew)</source>
        <translation> · %1 mit Uhrabweichung ausgelassen</translation>
    </message>
    <message>
        <source>Interruptions</source>
        <translation>Unterbrechungen</translation>
    </message>
    <message>
        <source>%1 business · %2 off-hours · %3 sleep</source>
        <translation>%1 Arbeitszeit · %2 außerhalb · %3 nachts</translation>
    </message>
    <message>
        <source>Peak per 12-hour shift</source>
        <translation>Je 12-Stunden-Schicht, höchstens</translation>
    </message>
    <message>
        <source>no shifts with incidents</source>
        <translation>keine Schicht mit Vorfällen</translation>
    </message>
    <message>
        <source>Time to acknowledge, median</source>
        <translation>Zeit bis zur Quittierung (Median)</translation>
    </message>
    <message>
        <source>Time to resolve, median</source>
        <translation>Zeit bis zur Behebung, Median</translation>
    </message>
    <message>
        <source>Transient alerts</source>
        <translation>Kurzlebige Alarme</translation>
    </message>
    <message>
        <source>%1 self-resolved · %2 repeated</source>
        <translation>%1 selbst behoben · %2 wiederholt</translation>
    </message>
    <message>
        <source>no incidents</source>
        <translation>keine Vorfälle</translation>
    </message>
    <message>
        <source>limit 2 · exceeded in %1 of %2 shifts with incidents</source>
        <translation>Grenze 2 · in %1 von %2 Schichten mit Vorfällen überschritten</translation>
    </message>
    <message>
        <source>who was paged is unknown</source>
        <translation>unbekannt, wer gerufen wurde</translation>
    </message>
</context>
<context>
    <name>quarterdeck::LogPane</name>
    <message>
        <source>Logs</source>
        <translation>Logs</translation>
    </message>
    <message>
        <source>Log lines</source>
        <translation>Logzeilen</translation>
    </message>
    <message>
        <source>Reading the log…</source>
        <translation>Das Log wird gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>No log lines: %1</source>
        <translation>Keine Logzeilen: %1</translation>
    </message>
    <message>
        <source>the log source does not answer</source>
        <translation>die Logquelle antwortet nicht</translation>
    </message>
    <message>
        <source>at least </source>
        <translation>mindestens </translation>
    </message>
    <message>
        <source>%1%2/min</source>
        <translation>%1%2/min</translation>
    </message>
    <message>
        <source>errors %1%2/min</source>
        <translation>Fehler %1%2/min</translation>
    </message>
    <message>
        <source>complete %1–%2</source>
        <translation>vollständig %1–%2</translation>
    </message>
    <message>
        <source>as of %1, %2</source>
        <translation>Stand %1, %2</translation>
    </message>
    <message>
        <source>live tail stopped: %1</source>
        <translation>Live-Ansicht steht: %1</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>live tail</source>
        <translation>Live-Ansicht läuft</translation>
    </message>
    <message>
        <source>live tail, scrolled back</source>
        <translation>Live-Ansicht läuft, nach oben gescrollt</translation>
    </message>
    <message>
        <source>not read %1–%2</source>
        <translation>nicht gelesen %1–%2</translation>
    </message>
    <message>
        <source>lines listed from %1</source>
        <translation>Zeilen ab %1 aufgeführt</translation>
    </message>
    <message>
        <source>lines listed until %1</source>
        <translation>Zeilen bis %1 aufgeführt</translation>
    </message>
    <message>
        <source>incomplete: %1</source>
        <translation>nicht vollständig: %1</translation>
    </message>
    <message>
        <source>Load earlier lines</source>
        <translation>Frühere Zeilen laden</translation>
    </message>
</context>
<context>
    <name>quarterdeck::LogQueryBar</name>
    <message>
        <source>Search: words, &quot;exact words&quot;, service=checkout, level=error, _HOSTNAME=web-1</source>
        <translation>Suche: Wörter, &quot;genaue Wörter&quot;, service=checkout, level=error, _HOSTNAME=web-1</translation>
    </message>
    <message>
        <source>All log sources</source>
        <translation>Alle Log-Quellen</translation>
    </message>
</context>
<context>
    <name>quarterdeck::LogView</name>
    <message>
        <source>No log lines in this range.</source>
        <translation>Keine Logzeilen in diesem Bereich.</translation>
    </message>
    <message>
        <source>Log lines</source>
        <translation>Logzeilen</translation>
    </message>
</context>
<context>
    <name>quarterdeck::LogsPage</name>
    <message>
        <source>Logs</source>
        <translation>Logs</translation>
    </message>
    <message>
        <source>Search the logs for &quot;%1&quot;</source>
        <translation>In den Logs nach &quot;%1&quot; suchen</translation>
    </message>
    <message>
        <source>logs</source>
        <translation>Logs</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next error</source>
        <translation>Nächster Fehler</translation>
    </message>
    <message>
        <source>Previous error</source>
        <translation>Voriger Fehler</translation>
    </message>
    <message>
        <source>Lines around this one</source>
        <translation>Zeilen um diese herum</translation>
    </message>
    <message>
        <source>Load earlier lines</source>
        <translation>Frühere Zeilen laden</translation>
    </message>
    <message>
        <source>Follow the end</source>
        <translation>Dem Ende folgen</translation>
    </message>
    <message>
        <source>Pause, or go on</source>
        <translation>Anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>Copy the selected lines</source>
        <translation>Ausgewählte Zeilen kopieren</translation>
    </message>
    <message>
        <source>No log lines in this range.</source>
        <translation>Keine Log-Zeilen in diesem Zeitraum.</translation>
    </message>
    <message>
        <source>No line matches in this range.</source>
        <translation>In diesem Zeitraum passt keine Zeile.</translation>
    </message>
    <message>
        <source>No further error among the loaded lines.</source>
        <translation>Kein weiterer Fehler in den geladenen Zeilen.</translation>
    </message>
    <message>
        <source>No further match among the loaded lines.</source>
        <translation>Kein weiterer Treffer in den geladenen Zeilen.</translation>
    </message>
    <message>
        <source>Choose a line first.</source>
        <translation>Wählen Sie zuerst eine Zeile aus.</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n line(s).</source>
        <translation>
            <numerusform>%n Zeile kopiert.</numerusform>
            <numerusform>%n Zeilen kopiert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::MainWindow</name>
    <message>
        <source>There is no page “%1”.</source>
        <translation>Eine Seite „%1“ gibt es hier nicht.</translation>
    </message>
    <message>
        <source>Open %1 in your browser?</source>
        <translation>%1 im Browser öffnen?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Could not start a browser.</source>
        <translation>Es ließ sich kein Browser starten.</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>schreibgeschützt</translation>
    </message>
    <message>
        <source>This link does not point to anything in this window.</source>
        <translation>Dieser Link hat hier kein Ziel.</translation>
    </message>
    <message>
        <source>&amp;Export view as CSV…</source>
        <translation>Ansicht als CSV &amp;exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>Copy &amp;link to this view</source>
        <translation>&amp;Link zu dieser Ansicht kopieren</translation>
    </message>
    <message>
        <source>Link copied.</source>
        <translation>Der Link ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>&amp;Outbox…</source>
        <translation>&amp;Warteschlange&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Command &amp;palette…</source>
        <translation>&amp;Befehlspalette&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Pause or resume updates</source>
        <translation>Aktualisierung an&amp;halten/fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Refresh all sources</source>
        <translation>Alle &amp;Quellen aktualisieren</translation>
    </message>
    <message>
        <source>Refreshing all sources…</source>
        <translation>Alle Quellen werden aktualisiert&#xa0;…</translation>
    </message>
    <message>
        <source>Switch UTC/local &amp;time</source>
        <translation>UTC/&amp;Ortszeit umschalten</translation>
    </message>
    <message>
        <source>Undo &amp;last action</source>
        <translation>Letzte Aktion &amp;rückgängig machen</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel dieser Seite</translation>
    </message>
    <message>
        <source>Show &amp;menu bar</source>
        <translation>&amp;Menüleiste anzeigen</translation>
    </message>
    <message>
        <source>&amp;About Quarterdeck</source>
        <translation>Ü&amp;ber Quarterdeck</translation>
    </message>
    <message>
        <source>Quarterdeck %1, GPL-3.0. It connects only to the hosts in your configuration.</source>
        <translation>Quarterdeck %1, GPL-3.0. Verbindet sich nur mit den Hosts in Ihrer Konfiguration.</translation>
    </message>
    <message>
        <source>Last 15 minutes</source>
        <translation>Letzte 15 Minuten</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Last 6 hours</source>
        <translation>Letzte 6 Stunden</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Choose a time range…</source>
        <translation>Zeitbereich wählen&#xa0;…</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Breiterer Bereich</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Engerer Bereich</translation>
    </message>
    <message>
        <source>Discarded: it will not be sent.</source>
        <translation>Verworfen: Es wird nicht gesendet.</translation>
    </message>
    <message>
        <source>Queued again.</source>
        <translation>Erneut vorgemerkt.</translation>
    </message>
    <message>
        <source>page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>This page has no table to export.</source>
        <translation>Auf dieser Seite gibt es keine Tabelle zum Exportieren.</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>Als CSV exportieren</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>No program found to open %1.</source>
        <translation>Es wurde kein Programm gefunden, das %1 öffnet.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln discarded: not sent.</source>
        <translation>
            <numerusform>%Ln verworfen: nicht gesendet.</numerusform>
            <numerusform>%Ln verworfen: nicht gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Nichts ist rückgängig zu machen.</translation>
    </message>
    <message>
        <source>&amp;Next part of the window</source>
        <translation>&amp;Nächster Teil des Fensters</translation>
    </message>
    <message>
        <source>&amp;Previous part of the window</source>
        <translation>&amp;Vorheriger Teil des Fensters</translation>
    </message>
</context>
<context>
    <name>quarterdeck::MarkdownView</name>
    <message numerus="yes">
        <source>(a table of %Ln row(s))</source>
        <translation>
            <numerusform>(eine Tabelle mit %Ln Zeile)</numerusform>
            <numerusform>(eine Tabelle mit %Ln Zeilen)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::MetricForm</name>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose a metric first.</source>
        <translation>Wählen Sie zuerst eine Metrik aus.</translation>
    </message>
    <message>
        <source>Use query</source>
        <translation>Abfrage übernehmen</translation>
    </message>
    <message>
        <source>Query builder</source>
        <translation>Abfrage zusammenstellen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Label filters</source>
        <translation>Label-Filter</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Zeitfenster</translation>
    </message>
    <message>
        <source>Aggregation</source>
        <translation>Aggregation</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <source>The window is a time span like 5m or 1h.</source>
        <translation>Das Zeitfenster ist eine Zeitspanne wie 5m oder 1h.</translation>
    </message>
</context>
<context>
    <name>quarterdeck::MetricsPage</name>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Series with their figures</source>
        <translation>Zeitreihen mit ihren Werten</translation>
    </message>
    <message>
        <source>Ask the metric sources for &quot;%1&quot;</source>
        <translation>Metrik-Quellen nach &quot;%1&quot; abfragen</translation>
    </message>
    <message>
        <source>metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>the newest %1 of %2 events are marked</source>
        <translation>die neuesten %1 von %2 Ereignissen sind markiert</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>Every series is hidden.</source>
        <translation>Alle Zeitreihen sind ausgeblendet.</translation>
    </message>
    <message>
        <source>No data in this range.</source>
        <translation>Keine Daten in diesem Zeitraum.</translation>
    </message>
    <message>
        <source>No metric source is connected.</source>
        <translation>Es ist keine Metrik-Quelle verbunden.</translation>
    </message>
    <message>
        <source>Add a Prometheus under backends: in config.yaml.</source>
        <translation>Tragen Sie in der config.yaml unter backends: einen Prometheus ein.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Edit the query</source>
        <translation>Abfrage bearbeiten</translation>
    </message>
    <message>
        <source>Add query</source>
        <translation>Abfrage hinzufügen</translation>
    </message>
    <message>
        <source>There are %1 queries; no more are taken.</source>
        <translation>Es gibt bereits %1 Abfragen; mehr sind nicht möglich.</translation>
    </message>
    <message>
        <source>Remove this query</source>
        <translation>Diese Abfrage entfernen</translation>
    </message>
    <message>
        <source>Switch this query on or off</source>
        <translation>Diese Abfrage ein- oder ausschalten</translation>
    </message>
    <message>
        <source>Copy as qdeck command</source>
        <translation>Als qdeck-Befehl kopieren</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>Logarithmische Achse</translation>
    </message>
    <message>
        <source>Stack the series</source>
        <translation>Zeitreihen stapeln</translation>
    </message>
    <message>
        <source>Draw steps</source>
        <translation>Stufen zeichnen</translation>
    </message>
    <message>
        <source>A chart for each query</source>
        <translation>Ein Diagramm je Abfrage</translation>
    </message>
    <message>
        <source>Compare with the day, then the week before</source>
        <translation>Mit dem Tag, dann der Woche davor vergleichen</translation>
    </message>
    <message>
        <source>Set a threshold</source>
        <translation>Schwellenwert festlegen</translation>
    </message>
    <message>
        <source>Show this series alone, or all</source>
        <translation>Nur diese Zeitreihe zeigen, oder alle</translation>
    </message>
    <message>
        <source>Hide this series, or show it</source>
        <translation>Diese Zeitreihe aus- oder einblenden</translation>
    </message>
    <message>
        <source>Show all series</source>
        <translation>Alle Zeitreihen zeigen</translation>
    </message>
    <message>
        <source>Save the charts as PNG…</source>
        <translation>Diagramme als PNG speichern …</translation>
    </message>
    <message>
        <source>Save the charts as SVG…</source>
        <translation>Diagramme als SVG speichern …</translation>
    </message>
    <message>
        <source>Choose a series in the legend first.</source>
        <translation>Wählen Sie zuerst eine Zeitreihe in der Legende aus.</translation>
    </message>
    <message>
        <source>There is no chart to save.</source>
        <translation>Es gibt kein Diagramm zum Speichern.</translation>
    </message>
    <message>
        <source>Save as SVG</source>
        <translation>Als SVG speichern</translation>
    </message>
    <message>
        <source>Save as PNG</source>
        <translation>Als PNG speichern</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n command(s).</source>
        <translation>
            <numerusform>%n Befehl kopiert.</numerusform>
            <numerusform>%n Befehle kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>No query yet.</source>
        <translation>Noch keine Abfrage.</translation>
    </message>
    <message>
        <source>Type an expression above, or open the query builder. Metric and label names are suggested as you type.</source>
        <translation>Geben Sie oben einen Ausdruck ein oder stellen Sie ihn zusammen. Namen von Metriken und Labels werden beim Tippen vorgeschlagen.</translation>
    </message>
    <message>
        <source>Put the cursor in a query first.</source>
        <translation>Setzen Sie den Cursor zuerst in eine Abfrage.</translation>
    </message>
    <message>
        <source>Query builder…</source>
        <translation>Abfrage zusammenstellen …</translation>
    </message>
    <message>
        <source>Refresh the charts</source>
        <translation>Diagramme aktualisieren</translation>
    </message>
    <message>
        <source>Show as table or chart</source>
        <translation>Als Tabelle oder Diagramm zeigen</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
</context>
<context>
    <name>quarterdeck::NoteDialog</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note on %1</source>
        <translation>Notiz zu %1</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Text der Notiz</translation>
    </message>
    <message>
        <source>What you saw, did or think. Stays on this machine.</source>
        <translation>Was Sie gesehen, getan oder gedacht haben. Es bleibt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>Notiz speichern</translation>
    </message>
</context>
<context>
    <name>quarterdeck::Notifier</name>
    <message numerus="yes">
        <source>and %n more alert(s)</source>
        <translation>
            <numerusform>und %n weiterer Alarm</numerusform>
            <numerusform>und %n weitere Alarme</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Quittieren</translation>
    </message>
</context>
<context>
    <name>quarterdeck::OnCallLine</name>
    <message>
        <source>On call</source>
        <translation>Bereitschaft</translation>
    </message>
    <message>
        <source>unknown, no source reports it</source>
        <translation>niemand weiß es, keine Quelle sagt es</translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>wird gefragt&#xa0;…</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>no policy covers this service</source>
        <translation>keine Regel nennt diesen Dienst</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>%1 until %2, then %3</source>
        <translation>%1 bis %2, dann %3</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 (as of %2 ago)</source>
        <translation>%1 (Stand vor %2)</translation>
    </message>
    <message>
        <source>By %1, from %2</source>
        <translation>Laut %1, von %2</translation>
    </message>
    <message>
        <source>Read %1 ago</source>
        <translation>Vor %1 gesagt</translation>
    </message>
</context>
<context>
    <name>quarterdeck::OptionBar</name>
    <message>
        <source>Threshold</source>
        <translation>Schwellenwert</translation>
    </message>
    <message>
        <source>Threshold, a number</source>
        <translation>Schwellenwert, eine Zahl</translation>
    </message>
    <message>
        <source>Log axis</source>
        <translation>Log. Achse</translation>
    </message>
    <message>
        <source>Stacked</source>
        <translation>Gestapelt</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>A chart for each query</source>
        <translation>Ein Diagramm je Abfrage</translation>
    </message>
    <message>
        <source>Unit of the source</source>
        <translation>Einheit der Quelle</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Per second</source>
        <translation>Pro Sekunde</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Byte</translation>
    </message>
    <message>
        <source>Bytes per second</source>
        <translation>Byte pro Sekunde</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>Der Tag davor</translation>
    </message>
    <message>
        <source>The week before</source>
        <translation>Die Woche davor</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Unit: %1</source>
        <translation>Einheit: %1</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergleichen …</translation>
    </message>
    <message>
        <source>Percent (0 to 1)</source>
        <translation>Prozent (0 bis 1)</translation>
    </message>
    <message>
        <source>No comparison</source>
        <translation>Kein Vergleich</translation>
    </message>
    <message>
        <source>“%1” is not a number; the threshold is unchanged.</source>
        <translation>„%1“ ist keine Zahl; der Schwellenwert bleibt unverändert.</translation>
    </message>
    <message>
        <source>Compared: day before</source>
        <translation>Vergleich: Tag davor</translation>
    </message>
    <message>
        <source>Compared: week before</source>
        <translation>Vergleich: Woche davor</translation>
    </message>
    <message>
        <source>Compared: %1 before</source>
        <translation>Vergleich: %1 davor</translation>
    </message>
</context>
<context>
    <name>quarterdeck::OutboxModel</name>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Requested at</source>
        <translation>Angefordert um</translation>
    </message>
</context>
<context>
    <name>quarterdeck::OutboxPanel</name>
    <message>
        <source>Send anyway</source>
        <translation>Dennoch senden</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The outbox is empty.</source>
        <translation>Die Warteschlange ist leer: Alle Aktionen sind erledigt.</translation>
    </message>
</context>
<context>
    <name>quarterdeck::OutboxSheet</name>
    <message>
        <source>waiting for the source</source>
        <translation>wartet auf die Quelle</translation>
    </message>
    <message>
        <source>is being sent</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>von der Quelle bestätigt</translation>
    </message>
    <message>
        <source>rejected by the source</source>
        <translation>von der Quelle abgelehnt</translation>
    </message>
    <message>
        <source>sent, no answer received: checking with the source</source>
        <translation>gesendet, keine Antwort erhalten: Der Stand wird bei der Quelle geprüft</translation>
    </message>
    <message>
        <source>not sent: the alert has changed</source>
        <translation>nicht gesendet: Der Alarm hat sich seitdem geändert</translation>
    </message>
    <message>
        <source>expired: could not be sent in time</source>
        <translation>abgelaufen: konnte nicht rechtzeitig gesendet werden</translation>
    </message>
    <message>
        <source>superseded by a newer action</source>
        <translation>durch eine neuere ersetzt</translation>
    </message>
    <message>
        <source>discarded</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Dennoch senden</translation>
    </message>
    <message>
        <source>The outbox is empty</source>
        <translation>Nichts wartet darauf, gesendet zu werden</translation>
    </message>
    <message>
        <source>Actions wait here until the source confirms them, even if it is unreachable. Nothing is waiting.</source>
        <translation>Hier liegt, was noch an eine Quelle zu senden ist – auch solange sie nicht erreichbar ist –, bis sie es bestätigt. Zurzeit ist nichts unterwegs.</translation>
    </message>
    <message numerus="yes">
        <source>Discard all %Ln waiting</source>
        <translation>
            <numerusform>Den %Ln wartenden Eintrag verwerfen</numerusform>
            <numerusform>Alle %Ln wartenden verwerfen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::OwnershipListModel</name>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
</context>
<context>
    <name>quarterdeck::OwnershipPage</name>
    <message numerus="yes">
        <source>%n without an owner</source>
        <translation>
            <numerusform>%n nicht zugeordnet</numerusform>
            <numerusform>%n nicht zugeordnet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with an unknown owner</source>
        <translation>
            <numerusform>%n mit unbekanntem Team</numerusform>
            <numerusform>%n mit unbekanntem Team</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with catalogs that disagree</source>
        <translation>
            <numerusform>%n mit uneinigen Katalogen</numerusform>
            <numerusform>%n mit uneinigen Katalogen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with gaps on call</source>
        <translation>
            <numerusform>%n mit Lücken in der Bereitschaft</numerusform>
            <numerusform>%n mit Lücken in der Bereitschaft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a runbook</source>
        <translation>
            <numerusform>%n ohne Runbook</numerusform>
            <numerusform>%n ohne Runbook</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not fully known</source>
        <translation>
            <numerusform>%n nicht ganz bekannt</numerusform>
            <numerusform>%n nicht ganz bekannt</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter: name, owner, team:, is:unowned, no:cover</source>
        <translation>Filter: Name, Team, team:, is:unowned, no:cover</translation>
    </message>
    <message>
        <source>Ownership</source>
        <translation>Zuständigkeit</translation>
    </message>
    <message>
        <source>Filter services</source>
        <translation>Dienste filtern</translation>
    </message>
    <message>
        <source>Checks by service</source>
        <translation>Prüfungen je Dienst</translation>
    </message>
    <message>
        <source>Open the service</source>
        <translation>Dienst öffnen</translation>
    </message>
    <message>
        <source>Show who is on call for it</source>
        <translation>Bereitschaft dafür zeigen</translation>
    </message>
    <message>
        <source>Review again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>No such filter “%1”; available: %2</source>
        <translation>Filter „%1“ gibt es nicht; möglich: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n Dienst</numerusform>
            <numerusform>%n Dienste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n service(s)</source>
        <translation>
            <numerusform>%1 von %n Dienst</numerusform>
            <numerusform>%1 von %n Diensten</numerusform>
        </translation>
    </message>
    <message>
        <source>Not everything is known: %1</source>
        <translation>Nicht alles ist bekannt: %1</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>nicht zugeordnet</translation>
    </message>
    <message>
        <source>Choose a service</source>
        <translation>Wählen Sie einen Dienst</translation>
    </message>
    <message>
        <source>Ownership cannot be reviewed.</source>
        <translation>Die Zuständigkeit kann nicht geprüft werden.</translation>
    </message>
    <message>
        <source>Reviewing…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>No service matches the filter.</source>
        <translation>Kein Dienst entspricht dem Filter.</translation>
    </message>
    <message>
        <source>Press Esc to clear it.</source>
        <translation>Esc leert ihn.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>No services yet.</source>
        <translation>Noch keine Dienste.</translation>
    </message>
    <message>
        <source>Services come from config.yaml, from catalogs and from the labels of alerts.</source>
        <translation>Dienste kommen aus config.yaml, aus Katalogen und aus den Labels von Alarmen.</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>reviewed %1 ago</source>
        <translation>geprüft vor %1</translation>
    </message>
    <message>
        <source>This review is of %1 ago, and there is no newer one: %2</source>
        <translation>Diese Prüfung ist %1 alt, und es gibt keine neuere: %2</translation>
    </message>
</context>
<context>
    <name>quarterdeck::OwnershipWords</name>
    <message>
        <source>no owner</source>
        <translation>nicht zugeordnet</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>quarterdeck::PaletteButton</name>
    <message>
        <source>Shortcut: %1</source>
        <translation>Tastenkürzel %1</translation>
    </message>
</context>
<context>
    <name>quarterdeck::PanelGrid</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>No standard metrics found for this service.</source>
        <translation>Für diesen Dienst wurden keine gängigen Metriken gefunden.</translation>
    </message>
    <message>
        <source>Looked for HTTP and gRPC requests, errors, latency and CPU by the labels service, job and app. Define other panels in config.yaml.</source>
        <translation>Gesucht wurde nach HTTP- und gRPC-Anfragen, Fehlern, Latenz und CPU über die Labels service, job und app. Weitere Panels lassen sich in config.yaml festlegen.</translation>
    </message>
    <message>
        <source>No metric source is connected.</source>
        <translation>Keine Metrikquelle ist verbunden.</translation>
    </message>
    <message>
        <source>Add a Prometheus under backends: in config.yaml.</source>
        <translation>Tragen Sie einen Prometheus unter backends: in config.yaml ein.</translation>
    </message>
    <message>
        <source>No metrics known for this service.</source>
        <translation>Die Metriken dieses Dienstes sind nicht bekannt.</translation>
    </message>
    <message>
        <source>Its source is not up to date and nothing is cached.</source>
        <translation>Die Quelle ist nicht aktuell, und im Cache liegt nichts.</translation>
    </message>
</context>
<context>
    <name>quarterdeck::PanelView</name>
    <message>
        <source>Chart of %1</source>
        <translation>Diagramm von %1</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen&#xa0;…</translation>
    </message>
    <message>
        <source>No data in this range</source>
        <translation>Keine Daten in diesem Bereich</translation>
    </message>
    <message>
        <source>Nothing cached for this range</source>
        <translation>Nichts aus diesem Bereich ist im Cache</translation>
    </message>
    <message>
        <source>No data: %1</source>
        <translation>Keine Daten: %1</translation>
    </message>
    <message>
        <source>cached</source>
        <translation>aus dem Cache</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>as of %1, %2</source>
        <translation>Stand %1, %2</translation>
    </message>
    <message>
        <source>%1, every %2</source>
        <translation>%1, alle %2</translation>
    </message>
</context>
<context>
    <name>quarterdeck::PathField</name>
    <message>
        <source>path of a file</source>
        <translation>Pfad einer Datei</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen&#xa0;…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei auswählen</translation>
    </message>
</context>
<context>
    <name>quarterdeck::PreferenceStore</name>
    <message>
        <source>basic, %1 with the password from %2</source>
        <translation>Basic, %1 mit dem Passwort aus %2</translation>
    </message>
    <message>
        <source>%1 token from %2</source>
        <translation>%1-Token aus %2</translation>
    </message>
    <message>
        <source>client certificate %1</source>
        <translation>Client-Zertifikat %1</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemand</translation>
    </message>
    <message>
        <source>OAuth 2.0, client %1 with the secret from %2, token from %3</source>
        <translation>OAuth 2.0, Client %1 mit Client-Secret aus %2, Token von %3</translation>
    </message>
    <message>
        <source>OAuth 2.0, signed in with the browser by client %1, token from %2</source>
        <translation>OAuth 2.0, im Browser angemeldet durch Client %1, Token von %2</translation>
    </message>
    <message>
        <source>Token from %1</source>
        <translation>Token aus %1</translation>
    </message>
</context>
<context>
    <name>quarterdeck::PreferencesPane</name>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Same as system</source>
        <translation>Systemeinstellung</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Row height</source>
        <translation>Zeilenhöhe</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Großzügig</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Show times in UTC</source>
        <translation>Zeiten in UTC anzeigen</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Bewegung reduzieren</translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation>Verhalten</translation>
    </message>
    <message>
        <source>Display name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>shown to others</source>
        <translation>wie andere ihn lesen werden</translation>
    </message>
    <message>
        <source>Your name in acknowledgements and checklists</source>
        <translation>Ihr Name in Quittierungen und abgehakten Schritten</translation>
    </message>
    <message>
        <source>Acknowledgements last</source>
        <translation>Eine Quittierung gilt</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Use single-letter shortcuts</source>
        <translation>Einzelne Buchstaben als Tastenkürzel</translation>
    </message>
    <message>
        <source>Desktop notification when an alert fires</source>
        <translation>Desktop-Benachrichtigung, wenn ein Alarm auslöst</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Keep log lines for</source>
        <translation>Logzeilen aufbewahren für</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>Keep alert history for</source>
        <translation>Alarmverlauf aufbewahren für</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Cache (safe to delete)</source>
        <translation>Cache (kann gelöscht werden)</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
</context>
<context>
    <name>quarterdeck::QueryEdit</name>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Suggestions are incomplete: %1</source>
        <translation>Die Vorschläge sind unvollständig: %1</translation>
    </message>
</context>
<context>
    <name>quarterdeck::QueryRow</name>
    <message>
        <source>All metric sources</source>
        <translation>Alle Metrik-Quellen</translation>
    </message>
    <message>
        <source>Remove this query</source>
        <translation>Diese Abfrage entfernen</translation>
    </message>
    <message>
        <source>Query %1</source>
        <translation>Abfrage %1</translation>
    </message>
    <message>
        <source>Remove query %1</source>
        <translation>Abfrage %1 entfernen</translation>
    </message>
    <message>
        <source>Expression in the language of the source, e.g. rate(http_requests_total[5m])</source>
        <translation>Ausdruck in der Sprache der Quelle, z. B. rate(http_requests_total[5m])</translation>
    </message>
    <message>
        <source>Builder…</source>
        <translation>Erstellen …</translation>
    </message>
    <message>
        <source>Build a PromQL expression from metric, labels and function</source>
        <translation>Einen PromQL-Ausdruck aus Metrik, Labels und Funktion zusammenstellen</translation>
    </message>
    <message>
        <source>Query %1 on</source>
        <translation>Abfrage %1 eingeschaltet</translation>
    </message>
    <message>
        <source>Builder for query %1</source>
        <translation>Abfrage %1 zusammenstellen</translation>
    </message>
</context>
<context>
    <name>quarterdeck::RailItem</name>
    <message>
        <source>Shortcut: %1</source>
        <translation>Tastenkürzel %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n critical</source>
        <translation>
            <numerusform>%1, %n kritischer Alarm</numerusform>
            <numerusform>%1, %n kritische Alarme</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::RangeSheet</name>
    <message>
        <source>Time range (all pages)</source>
        <translation>Zeitbereich aller Seiten</translation>
    </message>
    <message>
        <source>now-6h, 2026-11-21 07:00 (UTC), 2026-11-21T07:00:00Z or milliseconds</source>
        <translation>now-6h, 2026-11-21 07:00 (UTC), 2026-11-21T07:00:00Z oder Millisekunden</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Bereich anzeigen</translation>
    </message>
    <message>
        <source>The end is not a valid time.</source>
        <translation>Ungültige Endzeit.</translation>
    </message>
    <message>
        <source>The start is not a valid time.</source>
        <translation>Ungültige Startzeit.</translation>
    </message>
    <message>
        <source>The end must be at least ten seconds after the start.</source>
        <translation>Das Ende muss mindestens zehn Sekunden nach dem Start liegen.</translation>
    </message>
</context>
<context>
    <name>quarterdeck::RotaBoard</name>
    <message>
        <source>%1, level %2</source>
        <translation>%1, Stufe %2</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 von %2 bis %3</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
</context>
<context>
    <name>quarterdeck::RotaPage</name>
    <message>
        <source>Filter by policy, person, service or schedule</source>
        <translation>Nach Regel, Person, Dienst oder Plan filtern</translation>
    </message>
    <message>
        <source>The next 14 days</source>
        <translation>Die nächsten 14 Tage</translation>
    </message>
    <message>
        <source>On call</source>
        <translation>Bereitschaft</translation>
    </message>
    <message>
        <source>Filter who is on call</source>
        <translation>Bereitschaft filtern</translation>
    </message>
    <message>
        <source>Who is on call now and next</source>
        <translation>Wer jetzt und danach Bereitschaft hat</translation>
    </message>
    <message>
        <source>Shifts of the next 14 days</source>
        <translation>Schichten der nächsten 14 Tage</translation>
    </message>
    <message>
        <source>Rota of the next 14 days</source>
        <translation>Dienstplan der nächsten 14 Tage</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>Übergeben…</translation>
    </message>
    <message>
        <source>Show the shifts as a table</source>
        <translation>Schichten als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Read who is on call again</source>
        <translation>Bereitschaft erneut lesen</translation>
    </message>
    <message>
        <source>On call: %1</source>
        <translation>Bereitschaft: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n policy(s)</source>
        <translation>
            <numerusform>%n Regel</numerusform>
            <numerusform>%n Regeln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n policy(s)</source>
        <translation>
            <numerusform>%1 von %n Regel</numerusform>
            <numerusform>%1 von %n Regeln</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>Nichts entspricht dem Filter.</translation>
    </message>
    <message>
        <source>Press Esc to clear it.</source>
        <translation>Esc leert ihn.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>No source reports who is on call.</source>
        <translation>Keine Quelle meldet, wer Bereitschaft hat.</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Reading who is on call…</source>
        <translation>Bereitschaft wird gelesen…</translation>
    </message>
    <message>
        <source>Who is on call is not known.</source>
        <translation>Wer Bereitschaft hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The sources have no escalation policy and no rota.</source>
        <translation>Die Quellen haben keine Eskalationsregel und keinen Dienstplan.</translation>
    </message>
    <message>
        <source>PagerDuty does, and so do rotas in iCalendar files (type: calendar).</source>
        <translation>PagerDuty meldet es, ebenso Dienstpläne in iCalendar-Dateien (type: calendar).</translation>
    </message>
</context>
<context>
    <name>quarterdeck::RunDelegate</name>
    <message numerus="yes">
        <source>%n step(s) done</source>
        <translation>
            <numerusform>%n Schritt erledigt</numerusform>
            <numerusform>%n Schritte erledigt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, %3, in progress</source>
        <translation>%1, %2, %3, läuft</translation>
    </message>
    <message>
        <source>%1, %2, %3, finished</source>
        <translation>%1, %2, %3, abgeschlossen</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemand</translation>
    </message>
</context>
<context>
    <name>quarterdeck::RunPane</name>
    <message>
        <source>Start a run</source>
        <translation>Durchlauf starten</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Abschließen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Checkliste</translation>
    </message>
    <message>
        <source>Text of the runbook</source>
        <translation>Text des Runbooks</translation>
    </message>
    <message>
        <source>Could not be saved, so not checked off: %1</source>
        <translation>Nicht gespeichert, daher nicht abgehakt: %1</translation>
    </message>
    <message>
        <source>Runbook</source>
        <translation>Runbook</translation>
    </message>
    <message>
        <source>Why is this step skipped?</source>
        <translation>Warum wird dieser Schritt übersprungen?</translation>
    </message>
    <message>
        <source>Note on this step</source>
        <translation>Notiz zu diesem Schritt</translation>
    </message>
    <message>
        <source>This step has no code.</source>
        <translation>Zu diesem Schritt gehört kein Code.</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 von %2 erledigt</translation>
    </message>
    <message>
        <source>, for %1</source>
        <translation>, für %1</translation>
    </message>
    <message>
        <source>, finished %1</source>
        <translation>, abgeschlossen %1</translation>
    </message>
    <message>
        <source>This runbook contains unrendered template code.</source>
        <translation>Dieses Runbook enthält Vorlagencode, der nicht ausgewertet wurde.</translation>
    </message>
    <message>
        <source>This run is finished.</source>
        <translation>Dieser Durchlauf ist abgeschlossen.</translation>
    </message>
    <message>
        <source>Start a run to check off its steps.</source>
        <translation>Durchlauf starten, um Schritte abzuhaken.</translation>
    </message>
    <message>
        <source>Copied, not executed.</source>
        <translation>Kopiert. Nichts wurde ausgeführt.</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemand</translation>
    </message>
    <message>
        <source>Space check off   s skip   n note   c copy code   j k move   Esc back</source>
        <translation>Leertaste abhaken   s überspringen   n Notiz   c Code kopieren   j k bewegen   Esc zurück</translation>
    </message>
</context>
<context>
    <name>quarterdeck::RunbookCard</name>
    <message>
        <source>Runbook</source>
        <translation>Runbook</translation>
    </message>
    <message>
        <source>Start checklist</source>
        <translation>Durcharbeiten</translation>
    </message>
    <message>
        <source>Runbook: %1</source>
        <translation>Runbook: %1</translation>
    </message>
    <message>
        <source>No runbook yet. A Markdown file named after the alert is picked up automatically.</source>
        <translation>Keines vorhanden. Eine Markdown-Datei mit dem Namen des Alarms wird automatisch gefunden.</translation>
    </message>
    <message>
        <source>Cannot be read: %1</source>
        <translation>Es ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>No open alert, so no runbook to work through.</source>
        <translation>Es gibt keinen offenen Alarm, also kein Runbook zum Durcharbeiten.</translation>
    </message>
    <message>
        <source>No runbook for %1.</source>
        <translation>Für %1 ist kein Runbook bekannt.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::RunbookListModel</name>
    <message>
        <source>Runbook</source>
        <translation>Runbook</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
</context>
<context>
    <name>quarterdeck::RunbookWords</name>
    <message>
        <source>no review date</source>
        <translation>kein Prüfdatum</translation>
    </message>
    <message>
        <source>review due %1</source>
        <translation>gültig bis %1</translation>
    </message>
    <message>
        <source>review due soon, %1</source>
        <translation>fällig %1</translation>
    </message>
    <message>
        <source>review overdue since %1</source>
        <translation>überfällig seit %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiteres</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::RunbooksPage</name>
    <message numerus="yes">
        <source>runbook, %n step(s)</source>
        <translation>
            <numerusform>Runbook, %n Schritt</numerusform>
            <numerusform>Runbook, %n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter runbooks</source>
        <translation>Runbooks filtern</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>Zurück zur Bibliothek</translation>
    </message>
    <message>
        <source>Check off step (Space)</source>
        <translation>Schritt abhaken (Leertaste)</translation>
    </message>
    <message>
        <source>Skip step with a reason</source>
        <translation>Schritt mit Begründung überspringen</translation>
    </message>
    <message>
        <source>Note on step</source>
        <translation>Notiz zum Schritt</translation>
    </message>
    <message>
        <source>Copy code of step</source>
        <translation>Code des Schritts kopieren</translation>
    </message>
    <message>
        <source>Finish run</source>
        <translation>Durchlauf abschließen</translation>
    </message>
    <message>
        <source>Export run as Markdown</source>
        <translation>Durchlauf als Markdown exportieren</translation>
    </message>
    <message>
        <source>This run cannot be opened.</source>
        <translation>Dieser Durchlauf lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>Cannot start a run.</source>
        <translation>Der Durchlauf lässt sich nicht starten.</translation>
    </message>
    <message>
        <source>The runbook %1 cannot be opened.</source>
        <translation>Das Runbook %1 lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>Export failed: %1</source>
        <translation>Nichts wurde exportiert: %1</translation>
    </message>
    <message>
        <source>Copied, and written to %1.</source>
        <translation>Kopiert und nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>Copied to the clipboard; could not write a file to %1.</source>
        <translation>In die Zwischenablage kopiert; nach %1 ließ sich keine Datei schreiben.</translation>
    </message>
    <message>
        <source>Reading the runbook %1…</source>
        <translation>Das Runbook %1 wird gelesen.</translation>
    </message>
    <message>
        <source>Its folder is slow to respond.</source>
        <translation>Sein Ordner antwortet langsam.</translation>
    </message>
</context>
<context>
    <name>quarterdeck::SecretDialog</name>
    <message>
        <source>The keyring is locked. Unlock it and try again.</source>
        <translation>Der Schlüsselbund ist gesperrt. Entsperren Sie ihn und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>There is no keyring on this desktop. Use a file or an environment variable in the configuration instead.</source>
        <translation>Auf diesem Desktop gibt es keinen Schlüsselbund. Nennen Sie in der Konfiguration stattdessen eine Datei oder eine Umgebungsvariable.</translation>
    </message>
    <message>
        <source>A secret is one line of text of at most 64 KB. Keep any other in a file.</source>
        <translation>Ein Geheimnis ist eine Textzeile von höchstens 64 KB. Jedes andere gehört in eine Datei.</translation>
    </message>
    <message>
        <source>The keyring holds no secret of this name.</source>
        <translation>Der Schlüsselbund enthält kein Geheimnis dieses Namens.</translation>
    </message>
    <message>
        <source>The keyring has not answered for 10 s. Unlock it and try again.</source>
        <translation>Der Schlüsselbund hat 10 s lang nicht geantwortet. Entsperren Sie ihn und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The keyring rejected the request: %1</source>
        <translation>Der Schlüsselbund lehnt ab: %1</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Store a secret</source>
        <translation>Geheimnis speichern</translation>
    </message>
    <message>
        <source>The secret %1</source>
        <translation>Das Geheimnis %1</translation>
    </message>
    <message>
        <source>It is stored only in the keyring of this desktop and replaces the one there.</source>
        <translation>Es kommt allein in den Schlüsselbund dieses Desktops, anstelle des vorhandenen.</translation>
    </message>
    <message>
        <source>It is stored only in the keyring of this desktop.</source>
        <translation>Es kommt allein in den Schlüsselbund dieses Desktops.</translation>
    </message>
    <message>
        <source>Secret, not shown</source>
        <translation>Geheimnis, verdeckt</translation>
    </message>
    <message>
        <source>password or token</source>
        <translation>Passwort oder Token</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Waiting for the keyring…</source>
        <translation>Warten auf den Schlüsselbund&#xa0;…</translation>
    </message>
</context>
<context>
    <name>quarterdeck::SecretRow</name>
    <message>
        <source>Store…</source>
        <translation>Speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen&#xa0;…</translation>
    </message>
    <message>
        <source>Store the secret %1 in the keyring</source>
        <translation>Geheimnis %1 im Schlüsselbund speichern</translation>
    </message>
    <message>
        <source>Remove the secret %1 from the keyring</source>
        <translation>Geheimnis %1 aus dem Schlüsselbund entfernen</translation>
    </message>
    <message>
        <source>The secret %1 is in the keyring.</source>
        <translation>Das Geheimnis %1 ist im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Remove the secret from the keyring?</source>
        <translation>Geheimnis aus dem Schlüsselbund entfernen?</translation>
    </message>
    <message>
        <source>What needs it cannot sign in until another one is stored:</source>
        <translation>Was es braucht, kann sich nicht anmelden, bis ein anderes gespeichert ist:</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>The secret %1 is no longer in the keyring.</source>
        <translation>Das Geheimnis %1 ist nicht mehr im Schlüsselbund.</translation>
    </message>
    <message>
        <source>checking the keyring…</source>
        <translation>Schlüsselbund wird gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>in the keyring</source>
        <translation>im Schlüsselbund</translation>
    </message>
    <message>
        <source>not in the keyring</source>
        <translation>nicht im Schlüsselbund</translation>
    </message>
    <message>
        <source>keyring locked</source>
        <translation>Schlüsselbund gesperrt</translation>
    </message>
    <message>
        <source>no keyring; use a file or an environment variable in the configuration instead</source>
        <translation>kein Schlüsselbund; nennen Sie in der Konfiguration stattdessen eine Datei oder eine Umgebungsvariable</translation>
    </message>
</context>
<context>
    <name>quarterdeck::SegmentedRange</name>
    <message>
        <source>15 min</source>
        <translation>15 min</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>6 h</source>
        <translation>6 h</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>Show the last %1</source>
        <translation>Letzte %1 anzeigen</translation>
    </message>
    <message>
        <source>Custom range</source>
        <translation>Eigener Bereich</translation>
    </message>
    <message>
        <source>Choose a time range</source>
        <translation>Zeitbereich wählen</translation>
    </message>
</context>
<context>
    <name>quarterdeck::ServiceDetail</name>
    <message>
        <source>No log lines for %1 in this range. Lines are matched by the service&apos;s log_fields or its name.</source>
        <translation>Keine Log-Zeilen für %1 in diesem Zeitraum. Zeilen werden nach den log_fields des Dienstes oder seinem Namen zugeordnet.</translation>
    </message>
</context>
<context>
    <name>quarterdeck::ServiceHeader</name>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>Lebenszyklus</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>nicht zugeordnet</translation>
    </message>
    <message>
        <source>%1 (unknown team)</source>
        <translation>%1 (eingetragen, aber unbekannt)</translation>
    </message>
    <message>
        <source>No configuration, catalog or label defines this service.</source>
        <translation>Dieser Dienst kommt weder in der Konfiguration noch in einem Katalog oder Label vor.</translation>
    </message>
    <message>
        <source>health unknown: not defined anywhere</source>
        <translation>Status unbekannt: Dienst nirgends eingetragen</translation>
    </message>
</context>
<context>
    <name>quarterdeck::ServiceList</name>
    <message>
        <source>Filter by name, owner or tier</source>
        <translation>Nach Name, Verantwortung oder Stufe</translation>
    </message>
    <message>
        <source>Filter services</source>
        <translation>Dienste filtern</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n Dienst</numerusform>
            <numerusform>%n Dienste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n service(s)</source>
        <translation>
            <numerusform>%1 von %n Dienst</numerusform>
            <numerusform>%1 von %n Diensten</numerusform>
        </translation>
    </message>
    <message>
        <source>Stored data cannot be read: %1</source>
        <translation>Gespeicherte Daten nicht lesbar: %1</translation>
    </message>
    <message>
        <source>Health may be worse than shown: the list of %1 may be incomplete.</source>
        <translation>Die Gesundheit kann schlechter sein als gezeigt: %1 sagt vielleicht nicht alles.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Jetzt erneut versuchen</translation>
    </message>
    <message>
        <source>The services cannot be read.</source>
        <translation>Die Dienste sind nicht lesbar.</translation>
    </message>
    <message>
        <source>Reading the services…</source>
        <translation>Die Dienste werden gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>No service matches the filter.</source>
        <translation>Kein Dienst passt zum Filter.</translation>
    </message>
    <message>
        <source>Press Esc to clear it.</source>
        <translation>Esc hebt den Filter auf.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>No services yet.</source>
        <translation>Noch sind keine Dienste bekannt.</translation>
    </message>
    <message>
        <source>Services come from config.yaml, from catalog-info.yaml files and from the labels of alerts.</source>
        <translation>Dienste kommen aus config.yaml, aus catalog-info.yaml-Dateien und aus den Labels der Alarme.</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%n service(s) failing, %1 degraded</source>
        <translation>
            <numerusform>%n Dienst gestört, %1 beeinträchtigt</numerusform>
            <numerusform>%n Dienste gestört, %1 beeinträchtigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n service(s) failing</source>
        <translation>
            <numerusform>%n Dienst gestört</numerusform>
            <numerusform>%n Dienste gestört</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n service(s) degraded, none failing</source>
        <translation>
            <numerusform>%n Dienst beeinträchtigt, keiner gestört</numerusform>
            <numerusform>%n Dienste beeinträchtigt, keiner gestört</numerusform>
        </translation>
    </message>
    <message>
        <source>No known failures, but some sources are not up to date</source>
        <translation>Keine Störung bekannt, aber nicht alle Quellen sind aktuell</translation>
    </message>
    <message>
        <source>No service is failing or degraded</source>
        <translation>Kein Dienst ist gestört oder beeinträchtigt</translation>
    </message>
    <message>
        <source>All services healthy</source>
        <translation>Alle Dienste in Ordnung</translation>
    </message>
    <message>
        <source>No alert source connected: the health of the services is unknown.</source>
        <translation>Keine Alarmquelle ist verbunden: Wie es den Diensten geht, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Health unknown: no alert source connected</source>
        <translation>Nichts ist bekannt: Keine Alarmquelle ist verbunden</translation>
    </message>
</context>
<context>
    <name>quarterdeck::ServiceListModel</name>
    <message>
        <source>Health</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Open alerts</source>
        <translation>Offene Alarme</translation>
    </message>
    <message>
        <source>Interruptions, 7 days</source>
        <translation>Unterbrechungen, 7 Tage</translation>
    </message>
</context>
<context>
    <name>quarterdeck::ServiceWords</name>
    <message>
        <source>%1, or worse</source>
        <translation>%1 oder schlimmer</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>nicht zugeordnet</translation>
    </message>
    <message>
        <source>%1 (unknown team)</source>
        <translation>%1 (Team nicht bekannt)</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
</context>
<context>
    <name>quarterdeck::ServicesPage</name>
    <message>
        <source>Filter services</source>
        <translation>Dienste filtern</translation>
    </message>
    <message>
        <source>Open service</source>
        <translation>Dienst öffnen</translation>
    </message>
    <message>
        <source>Open service (Enter)</source>
        <translation>Dienst öffnen (Enter)</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Go to logs</source>
        <translation>Zu den Logzeilen gehen</translation>
    </message>
    <message>
        <source>Show charts as tables</source>
        <translation>Diagramme als Tabellen anzeigen</translation>
    </message>
    <message>
        <source>Start checklist</source>
        <translation>Runbook durcharbeiten</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Kürzerer Bereich</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Längerer Bereich</translation>
    </message>
</context>
<context>
    <name>quarterdeck::SettingsPage</name>
    <message>
        <source>Configuration warnings</source>
        <translation>Warnungen zur Konfiguration</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Test all sources</source>
        <translation>Alle Quellen testen</translation>
    </message>
    <message>
        <source>Nothing is connected yet</source>
        <translation>Noch ist nichts verbunden</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s), all up to date</source>
        <translation>
            <numerusform>%n Quelle, aktuell</numerusform>
            <numerusform>%n Quellen, alle aktuell</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n source(s) up to date</source>
        <translation>
            <numerusform>%1 von %n Quelle aktuell</numerusform>
            <numerusform>%1 von %n Quellen aktuell</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a source…</source>
        <translation>Quelle hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>Open config.yaml</source>
        <translation>config.yaml öffnen</translation>
    </message>
    <message>
        <source>Reload config.yaml</source>
        <translation>config.yaml neu lesen</translation>
    </message>
    <message>
        <source>Undo the last change of a source</source>
        <translation>Letzte Änderung einer Quelle rückgängig machen</translation>
    </message>
    <message>
        <source>The context %1 has no source</source>
        <translation>Der Kontext %1 hat keine Quelle</translation>
    </message>
</context>
<context>
    <name>quarterdeck::ShiftListModel</name>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>On call</source>
        <translation>Bereitschaft</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
</context>
<context>
    <name>quarterdeck::SidePane</name>
    <message>
        <source>Open alerts</source>
        <translation>Offene Alarme</translation>
    </message>
    <message>
        <source>Depends on</source>
        <translation>Abhängig von</translation>
    </message>
    <message>
        <source>Dependents</source>
        <translation>Abhängige Dienste</translation>
    </message>
    <message>
        <source>None. Every source is up to date.</source>
        <translation>Keine. Alle Quellen sind aktuell.</translation>
    </message>
    <message>
        <source>None known, but not every source is up to date.</source>
        <translation>Keine bekannt, aber nicht alle Quellen sind aktuell.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more in the inbox</source>
        <translation>
            <numerusform>und %n weiterer im Eingang</numerusform>
            <numerusform>und %n weitere im Eingang</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Unknown: no alert source is connected.</source>
        <translation>Nichts ist bekannt: Keine Alarmquelle ist verbunden.</translation>
    </message>
</context>
<context>
    <name>quarterdeck::SignInForm</name>
    <message>
        <source>In the keyring of this desktop</source>
        <translation>Im Schlüsselbund dieses Desktops</translation>
    </message>
    <message>
        <source>In a file that only you can read</source>
        <translation>In einer Datei, die nur Sie lesen können</translation>
    </message>
    <message>
        <source>In an environment variable</source>
        <translation>In einer Umgebungsvariablen</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Secret, not shown</source>
        <translation>Geheimnis, verdeckt</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Variable</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>User and password</source>
        <translation>Benutzer und Passwort</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>Bearer-Token</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Token of the type %1</source>
        <translation>Token der Art %1</translation>
    </message>
    <message>
        <source>password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>It is stored in the keyring when you save, never in the configuration.</source>
        <translation>Es kommt beim Speichern in den Schlüsselbund, nie in die Konfiguration.</translation>
    </message>
    <message>
        <source>The keyring is locked. The desktop asks for its password when you save.</source>
        <translation>Der Schlüsselbund ist gesperrt. Beim Speichern fragt der Desktop nach seinem Passwort.</translation>
    </message>
    <message>
        <source>There is no keyring on this desktop. Keep the secret in a file that only you can read, or in a variable.</source>
        <translation>Auf diesem Desktop gibt es keinen Schlüsselbund. Legen Sie das Geheimnis in eine Datei, die nur Sie lesen können, oder in eine Variable.</translation>
    </message>
    <message>
        <source>Store the secret</source>
        <translation>Geheimnis aufbewahren</translation>
    </message>
    <message>
        <source>Secret file</source>
        <translation>Datei mit dem Geheimnis</translation>
    </message>
    <message>
        <source>OAuth 2.0, as in the configuration</source>
        <translation>OAuth 2.0, wie in der Konfiguration</translation>
    </message>
    <message>
        <source>The keyring has one. Leave this empty to keep it.</source>
        <translation>Der Schlüsselbund hat eines. Leer lassen, um es zu behalten.</translation>
    </message>
    <message>
        <source>Enter the user name.</source>
        <translation>Geben Sie den Benutzernamen ein.</translation>
    </message>
    <message>
        <source>There is no keyring to store it in.</source>
        <translation>Es gibt keinen Schlüsselbund dafür.</translation>
    </message>
    <message>
        <source>Enter the secret.</source>
        <translation>Geben Sie das Geheimnis ein.</translation>
    </message>
    <message>
        <source>Enter the path of the file that holds the secret.</source>
        <translation>Geben Sie den Pfad der Datei mit dem Geheimnis ein.</translation>
    </message>
    <message>
        <source>This file does not exist or cannot be read.</source>
        <translation>Diese Datei gibt es nicht, oder sie ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Enter the name of the variable.</source>
        <translation>Geben Sie den Namen der Variablen ein.</translation>
    </message>
</context>
<context>
    <name>quarterdeck::SilenceDialog</name>
    <message numerus="yes">
        <source>Acknowledge %n alert(s) with one silence</source>
        <translation>
            <numerusform>%n Alarm mit einer Stummschaltung quittieren</numerusform>
            <numerusform>%n Alarme mit einer Stummschaltung quittieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Silence %n alert(s)</source>
        <translation>
            <numerusform>%n Alarm stummschalten</numerusform>
            <numerusform>%n Alarme stummschalten</numerusform>
        </translation>
    </message>
    <message>
        <source>Silence this alert</source>
        <translation>Diesen Alarm stummschalten</translation>
    </message>
    <message numerus="yes">
        <source>Only on %2: %n alert(s) from other sources unaffected.</source>
        <translation>
            <numerusform>Nur bei %2: %n Alarm anderer Quellen bleibt, wie er ist.</numerusform>
            <numerusform>Nur bei %2: %n Alarme anderer Quellen bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Silences alerts that have all of these labels. Turn off the labels that should not be matched.</source>
        <translation>Blendet Alarme aus, die alle diese Labels tragen. Labels abwählen, die nicht zählen sollen.</translation>
    </message>
    <message>
        <source>Add matcher</source>
        <translation>Weiterer Matcher</translation>
    </message>
    <message>
        <source>Add: name=value, name=~regex, name!=value, then Enter</source>
        <translation>Hinzufügen: name=wert, name=~regex, name!=wert, dann Enter</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Duration, such as 1h30m</source>
        <translation>Dauer, etwa 1h30m</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Reason, for whoever is on call next</source>
        <translation>Grund, damit die nächste Person Bescheid weiß</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Acknowledge each</source>
        <translation>Einzeln quittieren</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Stummschalten</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>Use a format like 1h30m, at least 1m</source>
        <translation>Format: 1h30m, mindestens 1m</translation>
    </message>
    <message numerus="yes">
        <source>Hides %n open alert(s)</source>
        <translation>
            <numerusform>Blendet %n offenen Alarm aus</numerusform>
            <numerusform>Blendet %n offene Alarme aus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Alerts it hides</source>
        <translation>Betroffene Alarme</translation>
    </message>
    <message>
        <source>“%1” was not added: %2.</source>
        <translation>„%1“ wird nicht übernommen: %2.</translation>
    </message>
    <message>
        <source>“%1” is not a matcher yet and is ignored.</source>
        <translation>„%1“ ist noch kein Matcher und wird nicht mitgezählt.</translation>
    </message>
    <message>
        <source>%1 silences each of these alerts by itself, and no other.</source>
        <translation>%1 schaltet jeden dieser Alarme einzeln stumm und keinen anderen.</translation>
    </message>
</context>
<context>
    <name>quarterdeck::SilenceModel</name>
    <message>
        <source>Matchers</source>
        <translation>Matcher</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
</context>
<context>
    <name>quarterdeck::SourceCard</name>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Test the source %1</source>
        <translation>Quelle %1 testen</translation>
    </message>
    <message>
        <source>no address configured</source>
        <translation>keine Adresse konfiguriert</translation>
    </message>
    <message>
        <source>No authentication</source>
        <translation>Keine Authentifizierung</translation>
    </message>
    <message>
        <source>Its certificate is not verified.</source>
        <translation>Ihr Zertifikat wird nicht geprüft.</translation>
    </message>
    <message>
        <source>No longer in the configuration.</source>
        <translation>Sie steht nicht mehr in der Konfiguration.</translation>
    </message>
    <message>
        <source>%1, last answer %2 ago.</source>
        <translation>%1, letzte Antwort vor %2.</translation>
    </message>
    <message>
        <source>%1. Last successful answer: %2.</source>
        <translation>%1. Letzte fehlerfreie Antwort: %2.</translation>
    </message>
    <message>
        <source>%1. Never answered.</source>
        <translation>%1. Sie hat noch nie geantwortet.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern&#xa0;…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen&#xa0;…</translation>
    </message>
    <message>
        <source>Change the source %1</source>
        <translation>Die Quelle %1 ändern</translation>
    </message>
    <message>
        <source>Remove the source %1</source>
        <translation>Die Quelle %1 entfernen</translation>
    </message>
</context>
<context>
    <name>quarterdeck::SourceChoice</name>
    <message>
        <source>Sources: %1</source>
        <translation>Quellen: %1</translation>
    </message>
</context>
<context>
    <name>quarterdeck::SourceForm</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <translation>Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>Settings of %1</source>
        <translation>Einstellungen von %1</translation>
    </message>
    <message>
        <source>For a cluster, list its members with spaces between them.</source>
        <translation>Für einen Cluster seine Mitglieder mit Leerzeichen dazwischen.</translation>
    </message>
    <message>
        <source>Only needed where this computer does not trust the certificate by itself.</source>
        <translation>Nur nötig, wenn dieser Rechner dem Zertifikat nicht von selbst vertraut.</translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation>Geben Sie einen Namen ein.</translation>
    </message>
    <message>
        <source>A name cannot contain a colon or a slash.</source>
        <translation>Ein Name darf weder Doppelpunkt noch Schrägstrich enthalten.</translation>
    </message>
    <message>
        <source>There is already a source with this name.</source>
        <translation>Es gibt schon eine Quelle mit diesem Namen.</translation>
    </message>
    <message>
        <source>Enter an address, such as %1.</source>
        <translation>Geben Sie eine Adresse ein, etwa %1.</translation>
    </message>
    <message>
        <source>An address must not hold a user name or password; enter them below.</source>
        <translation>Eine Adresse darf weder Benutzernamen noch Passwort enthalten; geben Sie sie unten ein.</translation>
    </message>
    <message>
        <source>This file does not exist or cannot be read.</source>
        <translation>Diese Datei gibt es nicht, oder sie ist nicht lesbar.</translation>
    </message>
    <message>
        <source>This is required.</source>
        <translation>Das ist erforderlich.</translation>
    </message>
    <message>
        <source>“%1” is not an address that begins with http:// or https://.</source>
        <translation>„%1“ ist keine Adresse, die mit http:// oder https:// beginnt.</translation>
    </message>
    <message>
        <source>An address must not hold a secret, such as a token; enter it below.</source>
        <translation>Eine Adresse darf kein Geheimnis wie ein Token enthalten; tragen Sie es unten ein.</translation>
    </message>
</context>
<context>
    <name>quarterdeck::SourceModel</name>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Data status</source>
        <translation>Aktualität</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>Letzte Antwort</translation>
    </message>
</context>
<context>
    <name>quarterdeck::SourceSheet</name>
    <message>
        <source>Test the connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation>Quelle hinzufügen</translation>
    </message>
    <message>
        <source>Change the source %1</source>
        <translation>Die Quelle %1 ändern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Waiting for the keyring…</source>
        <translation>Warten auf den Schlüsselbund&#xa0;…</translation>
    </message>
    <message>
        <source>Saved in %1. Comments and order are kept.</source>
        <translation>Gespeichert in %1. Kommentare und Reihenfolge bleiben erhalten.</translation>
    </message>
    <message>
        <source>Check the fields that are marked above.</source>
        <translation>Prüfen Sie die oben markierten Felder.</translation>
    </message>
</context>
<context>
    <name>quarterdeck::SourceVerbs</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge %n incident(s) into one?</source>
        <translation>
            <numerusform>%n Vorfall zu einem zusammenführen?</numerusform>
            <numerusform>%n Vorfälle zu einem zusammenführen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resolve %n incident(s)?</source>
        <translation>
            <numerusform>%n Vorfall als behoben melden?</numerusform>
            <numerusform>%n Vorfälle als behoben melden?</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 remains. This cannot be undone:</source>
        <translation>Was bleibt, ist %1. Das lässt sich nicht rückgängig machen:</translation>
    </message>
    <message>
        <source>They will be resolved for everybody and cannot be reopened:</source>
        <translation>Sie sind dann für alle vorbei und lassen sich nicht wieder öffnen:</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Als behoben melden</translation>
    </message>
    <message>
        <source>How long or until when, such as 2h or 08:00</source>
        <translation>Wie lange oder bis wann, etwa 2h oder 08:00</translation>
    </message>
    <message>
        <source>It pages again at %1</source>
        <translation>Alarmiert wieder um %1</translation>
    </message>
    <message>
        <source>Names or e-mail addresses, comma-separated</source>
        <translation>Namen oder E-Mail-Adressen, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Which level of the escalation policy, from 1</source>
        <translation>Welche Stufe der Eskalationsregel, ab 1</translation>
    </message>
    <message>
        <source>Level %1</source>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>The name of the priority, such as P1</source>
        <translation>Der Name der Priorität, etwa P1</translation>
    </message>
    <message>
        <source>What everybody should read at the source</source>
        <translation>Was alle in der Quelle lesen sollen</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>vorgemerkt</translation>
    </message>
    <message>
        <source>The service opens nothing new until %1; what is open goes on</source>
        <translation>Der Dienst eröffnet bis %1 nichts Neues; Offenes geht weiter</translation>
    </message>
</context>
<context>
    <name>quarterdeck::SourcesPane</name>
    <message>
        <source>Nothing is connected yet.</source>
        <translation>Noch ist nichts verbunden.</translation>
    </message>
    <message>
        <source>Add a source…</source>
        <translation>Quelle hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>Its secret stays in the keyring.</source>
        <translation>Ihr Geheimnis bleibt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Remove the source?</source>
        <translation>Quelle entfernen?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Add Alertmanager, Prometheus or another system you run. It is saved in %1.</source>
        <translation>Fügen Sie Alertmanager, Prometheus oder ein anderes Ihrer Systeme hinzu. Gespeichert wird in %1.</translation>
    </message>
    <message>
        <source>It is removed from the configuration and no longer watched.</source>
        <translation>Sie wird aus der Konfiguration genommen und nicht mehr überwacht.</translation>
    </message>
    <message>
        <source>The context %1 has no source.</source>
        <translation>Der Kontext %1 hat keine Quelle.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Nichts ist rückgängig zu machen.</translation>
    </message>
    <message>
        <source>The source %1 was added.</source>
        <translation>Die Quelle %1 wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>The source %1 was removed.</source>
        <translation>Die Quelle %1 wurde entfernt.</translation>
    </message>
    <message>
        <source>The source %1 was changed.</source>
        <translation>Die Quelle %1 wurde geändert.</translation>
    </message>
    <message>
        <source>Undo what was done before?</source>
        <translation>Auch Früheres rückgängig machen?</translation>
    </message>
    <message>
        <source>The last change is already undone. Before that:</source>
        <translation>Die letzte Aktion ist schon zurückgenommen. Davor:</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>quarterdeck::StartProblem</name>
    <message>
        <source>Fix it, or choose another configuration with --config. qdeck config check reports everything that is wrong.</source>
        <translation>Berichtigen Sie sie oder nennen Sie mit --config eine andere Konfiguration. qdeck config check nennt alles, was an einer nicht stimmt.</translation>
    </message>
    <message>
        <source>Quarterdeck</source>
        <translation>Quarterdeck</translation>
    </message>
    <message>
        <source>Quarterdeck cannot start</source>
        <translation>Quarterdeck kann nicht starten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>quarterdeck::StatTile</name>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>quarterdeck::StatusLine</name>
    <message>
        <source>? shortcuts</source>
        <translation>? Kürzel</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel dieser Seite</translation>
    </message>
    <message>
        <source>No source is connected.</source>
        <translation>Keine Quelle ist verbunden.</translation>
    </message>
    <message>
        <source>and %1 more, %2 not up to date</source>
        <translation>und %1 weitere, %2 nicht aktuell</translation>
    </message>
    <message>
        <source>and %1 more, up to date</source>
        <translation>und %1 weitere, aktuell</translation>
    </message>
    <message>
        <source>Everything shown is cached.</source>
        <translation>Alles Gezeigte stammt aus dem Cache.</translation>
    </message>
    <message>
        <source>Outbox: unreadable</source>
        <translation>Warteschlange: nicht lesbar</translation>
    </message>
    <message>
        <source>No alert source is connected.</source>
        <translation>Keine Alarmquelle ist verbunden.</translation>
    </message>
</context>
<context>
    <name>quarterdeck::StepDelegate</name>
    <message>
        <source>saving…</source>
        <translation>wird gespeichert&#xa0;…</translation>
    </message>
    <message>
        <source>This step changed after %1. Read it again.</source>
        <translation>Dieser Schritt wurde nach %1 geändert. Bitte noch einmal lesen.</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
    <message>
        <source>Skipped: %1</source>
        <translation>Übersprungen: %1</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>Auswirkung</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Handeln</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Nachprüfen</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>done by %1</source>
        <translation>erledigt von %1</translation>
    </message>
    <message>
        <source>skipped by %1</source>
        <translation>übersprungen von %1</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
</context>
<context>
    <name>quarterdeck::StepDetail</name>
    <message>
        <source>This step</source>
        <translation>Dieser Schritt</translation>
    </message>
    <message>
        <source>This step has no code.</source>
        <translation>Zu diesem Schritt gehört kein Code.</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
</context>
<context>
    <name>quarterdeck::StepLines</name>
    <message>
        <source>done: %1 %2</source>
        <translation>erledigt: %1 %2</translation>
    </message>
    <message>
        <source>open: %1 %2</source>
        <translation>offen: %1 %2</translation>
    </message>
</context>
<context>
    <name>quarterdeck::StripRow</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>%1. The previous filter stays active.</source>
        <translation>%1. Der bisherige Filter gilt weiter.</translation>
    </message>
    <message>
        <source>Updates are paused. The list shows what was known when you paused.</source>
        <translation>Die Aktualisierung ist angehalten: Die Liste zeigt den Stand von diesem Zeitpunkt.</translation>
    </message>
    <message numerus="yes">
        <source>%n more source(s) not up to date: %1</source>
        <translation>
            <numerusform>%n weitere Quelle ist nicht aktuell: %1</numerusform>
            <numerusform>%n weitere Quellen sind nicht aktuell: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message numerus="yes">
        <source>%n new alert(s) since you scrolled</source>
        <translation>
            <numerusform>%n neuer Alarm, seit Sie nach unten gescrollt haben</numerusform>
            <numerusform>%n neue Alarme, seit Sie nach unten gescrollt haben</numerusform>
        </translation>
    </message>
    <message>
        <source>Show  .</source>
        <translation>Anzeigen  .</translation>
    </message>
    <message>
        <source>No alert source is connected: more alerts may be firing than are listed.</source>
        <translation>Keine Alarmquelle ist verbunden: Es kann mehr aktiv sein, als hier steht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln alert(s) marked: actions apply to these</source>
        <translation>
            <numerusform>%Ln Alarm ist markiert: Jede Aktion gilt ihm</numerusform>
            <numerusform>%Ln Alarme sind markiert: Jede Aktion gilt ihnen</numerusform>
        </translation>
    </message>
    <message>
        <source>Unmark all</source>
        <translation>Alle Markierungen entfernen</translation>
    </message>
</context>
<context>
    <name>quarterdeck::TimeChart</name>
    <message>
        <source>No data in this range.</source>
        <translation>Keine Daten in diesem Bereich.</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Values of %1</source>
        <translation>Werte von %1</translation>
    </message>
</context>
<context>
    <name>quarterdeck::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>nothing recorded yet</source>
        <translation>noch nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>nicht lesbar: %1</translation>
    </message>
    <message>
        <source>the newest %1 of %2</source>
        <translation>die neuesten %1 von %2</translation>
    </message>
</context>
<context>
    <name>quarterdeck::Toast</name>
    <message>
        <source>Undo  u</source>
        <translation>Rückgängig  u</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>u undoes it.</source>
        <translation>u macht es rückgängig.</translation>
    </message>
</context>
<context>
    <name>quarterdeck::TopBar</name>
    <message>
        <source>Go to a page, service, alert or runbook, or run an action…</source>
        <translation>Seite, Dienst, Alarm oder Runbook öffnen oder Aktion ausführen&#xa0;…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Paused: no source is being polled. Click to resume.</source>
        <translation>Angehalten: Keine Quelle wird abgefragt. Klicken, um fortzusetzen.</translation>
    </message>
    <message>
        <source>Live: %1 of %2 sources up to date. Click to pause.</source>
        <translation>Live: %1 von %2 Quellen aktuell. Klicken, um anzuhalten.</translation>
    </message>
    <message>
        <source> (Ctrl+L)</source>
        <translation> (Ctrl+L)</translation>
    </message>
    <message>
        <source>Time zone: %1. Click to switch.</source>
        <translation>Angezeigte Zeitzone: %1. Klicken, um zu wechseln.</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>%1 of %2 up to date</source>
        <translation>%1 von %2 aktuell</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>Keine Quelle</translation>
    </message>
</context>
<context>
    <name>quarterdeck::UndoBook</name>
    <message>
        <source>Nothing to undo.</source>
        <translation>Nichts ist rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Undo an earlier action?</source>
        <translation>Auch Früheres rückgängig machen?</translation>
    </message>
    <message>
        <source>Your last action is already undone. Before that:</source>
        <translation>Die letzte Aktion ist schon zurückgenommen. Davor:</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Note removed</source>
        <translation>Die Notiz ist entfernt</translation>
    </message>
    <message>
        <source>Discarded before it was sent</source>
        <translation>Vor dem Senden verworfen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln discarded before it was sent</source>
        <translation>
            <numerusform>%Ln vor dem Senden verworfen</numerusform>
            <numerusform>%Ln vor dem Senden verworfen</numerusform>
        </translation>
    </message>
    <message>
        <source>Already sent: undoing it is queued</source>
        <translation>Es war schon gesendet: Die Rücknahme ist vorgemerkt</translation>
    </message>
    <message>
        <source>Being sent; cannot be cancelled now. Undo again once the source confirms it</source>
        <translation>Es wird gerade gesendet und lässt sich jetzt nicht zurücknehmen. Noch einmal rückgängig machen, wenn die Quelle es übernommen hat</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be undone</source>
        <translation>
            <numerusform>%Ln lässt sich nicht rückgängig machen</numerusform>
            <numerusform>%Ln lassen sich nicht rückgängig machen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln already sent: undoing is queued</source>
        <translation>
            <numerusform>%Ln war schon gesendet: Die Rücknahme ist vorgemerkt</numerusform>
            <numerusform>%Ln waren schon gesendet: Die Rücknahme ist vorgemerkt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::VerbButton</name>
    <message>
        <source>Shortcut: %1</source>
        <translation>Tastenkürzel %1</translation>
    </message>
</context>
<context>
    <name>quarterdeck::VerbGate</name>
    <message>
        <source>%1 only reports its alerts: they can be neither acknowledged nor silenced there.</source>
        <translation>%1 meldet seine Alarme nur: Dort lassen sie sich weder quittieren noch stummschalten.</translation>
    </message>
    <message>
        <source>This context is read-only: you cannot acknowledge or silence alerts here.</source>
        <translation>Dieser Kontext ist schreibgeschützt: Von hier aus lässt sich nichts quittieren oder stummschalten.</translation>
    </message>
    <message>
        <source>%1 does not offer this here.</source>
        <translation>%1 bietet das hier nicht an.</translation>
    </message>
</context>
<context>
    <name>quarterdeck::Welcome</name>
    <message>
        <source>Nothing is connected yet</source>
        <translation>Noch ist nichts verbunden</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Demo ausprobieren</translation>
    </message>
    <message>
        <source>Scan this machine</source>
        <translation>Auf diesem Rechner suchen</translation>
    </message>
    <message>
        <source>Scan this machine for backends</source>
        <translation>Auf diesem Rechner nach Backends suchen</translation>
    </message>
    <message>
        <source>Or write %1 by hand; qdeck config check reports what is wrong.</source>
        <translation>Oder %1 von Hand anlegen; qdeck config check meldet Fehler darin.</translation>
    </message>
    <message>
        <source>Scanning the usual local ports and amtool&apos;s configuration…</source>
        <translation>Übliche Ports dieses Rechners und amtool-Konfiguration werden durchsucht&#xa0;…</translation>
    </message>
    <message>
        <source>No answer on ports 9090, 9093 and 19531; amtool is not configured.</source>
        <translation>Keine Antwort auf den Ports 9090, 9093 und 19531; amtool ist nicht eingerichtet.</translation>
    </message>
    <message numerus="yes">
        <source>Found %n backend(s):</source>
        <translation>
            <numerusform>%n Backend gefunden:</numerusform>
            <numerusform>%n Backends gefunden:</numerusform>
        </translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Diese verbinden</translation>
    </message>
    <message>
        <source>Connect these backends</source>
        <translation>Diese Backends verbinden</translation>
    </message>
    <message>
        <source>%1 already exists and was not changed. Add the backends there.</source>
        <translation>%1 existiert bereits und bleibt unverändert. Tragen Sie die Backends dort ein.</translation>
    </message>
    <message>
        <source>Cannot write %1: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>Press Esc to continue without a source.</source>
        <translation>Mit Esc ohne Quelle fortfahren.</translation>
    </message>
    <message>
        <source>Add a source…</source>
        <translation>Quelle hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>Open config.yaml</source>
        <translation>config.yaml öffnen</translation>
    </message>
    <message>
        <source>Quarterdeck reads the systems you already run. Connect an alert source such as Alertmanager, Icinga2 or PagerDuty, a Prometheus or a journal server, or try the demo: a simulated company on real local servers, with an incident within a minute.</source>
        <translation>Quarterdeck liest die Systeme, die Sie bereits betreiben. Verbinden Sie eine Alarmquelle wie Alertmanager, Icinga2 oder PagerDuty, ein Prometheus oder einen Journal-Server, oder starten Sie die Demo: eine simulierte Firma auf echten lokalen Servern, mit einem Vorfall innerhalb einer Minute.</translation>
    </message>
</context>
<context>
    <name>quarterdeck::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>&amp;Seite</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
</TS>

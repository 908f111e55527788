<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AgeText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>未更新</translation>
    </message>
    <message>
        <source>needs sign-in</source>
        <translation>需要登录</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>misconfigured</source>
        <translation>配置有误</translation>
    </message>
    <message>
        <source>not polled yet</source>
        <translation>尚未查询</translation>
    </message>
</context>
<context>
    <name>Browser</name>
    <message>
        <source>This address cannot be opened.</source>
        <translation>这不是可以打开的地址。</translation>
    </message>
    <message>
        <source>Only web addresses can be opened; this one starts with “%1”.</source>
        <translation>只能打开网页地址；此地址以“%1”开头。</translation>
    </message>
    <message>
        <source>This address has no host.</source>
        <translation>此地址没有主机名。</translation>
    </message>
    <message>
        <source>This address has a user name before the host – a common phishing trick.</source>
        <translation>此地址在主机名前带有用户名，欺骗性链接常用这种写法。</translation>
    </message>
</context>
<context>
    <name>ChartTable</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>Connector</name>
    <message>
        <source>API path</source>
        <translation>API 路径</translation>
    </message>
    <message>
        <source>Path of the v2 API, appended to each URL. Default: /api/v2</source>
        <translation>每个 URL 之下 v2 API 的路径。默认值：/api/v2</translation>
    </message>
    <message>
        <source>Service fields</source>
        <translation>服务字段</translation>
    </message>
    <message>
        <source>Journal fields that identify the service of a line, comma-separated. Default: SYSLOG_IDENTIFIER,_SYSTEMD_UNIT</source>
        <translation>用来标明一行日志所属服务的 journal 字段，以英文逗号分隔。默认值：SYSLOG_IDENTIFIER,_SYSTEMD_UNIT</translation>
    </message>
    <message>
        <source>Tail check interval</source>
        <translation>实时跟踪检查</translation>
    </message>
    <message>
        <source>A live tail without new lines for this long is checked. Default: 10s</source>
        <translation>日志跟踪超过此时长没有新行时会进行检查。默认值：10s</translation>
    </message>
    <message>
        <source>Settling time</source>
        <translation>启动稳定期</translation>
    </message>
    <message>
        <source>After Alertmanager restarts, alerts it does not list are not treated as resolved for this long. Default: 5m</source>
        <translation>Alertmanager 重启后的这段时间内，未列出的告警不视为已解决。默认值：5m</translation>
    </message>
    <message>
        <source>Custom variables</source>
        <translation>自定义变量</translation>
    </message>
    <message>
        <source>Custom variables of hosts and services that become labels, comma-separated. Default: service,app,team,owner,cluster,environment,env</source>
        <translation>成为标签的主机和服务自定义变量，以逗号分隔。默认：service,app,team,owner,cluster,environment,env</translation>
    </message>
    <message>
        <source>Sticky acknowledgements</source>
        <translation>持续确认</translation>
    </message>
    <message>
        <source>true: an acknowledgement lasts until the problem is over, not only until its state changes. Default: false</source>
        <translation>true：确认持续到问题结束，而不只是到其状态变化为止。默认：false</translation>
    </message>
    <message>
        <source>Persistent comments</source>
        <translation>保留注释</translation>
    </message>
    <message>
        <source>true: the comment of an acknowledgement stays when the problem is over. Default: false</source>
        <translation>true：问题结束后保留确认的注释。默认：false</translation>
    </message>
    <message>
        <source>Notify about acknowledgements</source>
        <translation>通知确认</translation>
    </message>
    <message>
        <source>true: Icinga2 notifies the contacts about an acknowledgement. Default: true</source>
        <translation>true：Icinga2 将确认告知联系人。默认：true</translation>
    </message>
    <message>
        <source>After Icinga2 restarts, problems it does not list are not treated as resolved for this long. Default: 10m</source>
        <translation>Icinga2 重启后的这段时间内，它不知道的问题不视为已解决。默认：10m</translation>
    </message>
    <message>
        <source>Downtimes of services</source>
        <translation>服务的停机</translation>
    </message>
    <message>
        <source>true: a downtime of a host also covers all its services. Default: false</source>
        <translation>true：主机的停机同时适用于它的所有服务。默认：false</translation>
    </message>
    <message>
        <source>Downtimes of dependent hosts</source>
        <translation>依赖主机的停机</translation>
    </message>
    <message>
        <source>What a downtime of a host means for the hosts that depend on it: none, triggered (they have one while it is in effect) or scheduled (they have one of their own). Default: none</source>
        <translation>主机的停机对依赖它的主机意味着什么：none、triggered（在其生效期间它们也有停机）或 scheduled（它们有自己的停机）。默认：none</translation>
    </message>
    <message>
        <source>Service region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>us or eu: where the account is hosted. Not together with a URL</source>
        <translation>us 或 eu：账户所在区域。不能与 URL 同时使用</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>E-mail address of the PagerDuty user to act as. Needed for an API key of the account; a user&apos;s own key already identifies the user</source>
        <translation>以其名义操作的 PagerDuty 用户的电子邮件地址。使用账户的 API 密钥时必填；用户自己的密钥已表明属于谁</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Log files, folders and patterns such as /var/log/nginx/*.log, comma-separated; rotated and packed copies are included. Default: /var/log</source>
        <translation>日志文件、文件夹或通配模式（如 /var/log/nginx/*.log），以逗号分隔；包括轮转和压缩的副本。默认值：/var/log</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Zone of times that name none: Europe/Berlin, UTC, +05:30, or local for that of this machine. Default: local, with a warning</source>
        <translation>未注明时区的时间所用的时区：Europe/Berlin、UTC、+05:30，或用 local 表示本机时区。默认值：local，并给出警告</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>The one format that is read, such as syslog, json or postgres-csv. Default: all, each line by its own</source>
        <translation>只读取的一种格式，如 syslog、json 或 postgres-csv。默认值：所有格式，逐行识别</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>The service of every line. Default: the program that the line names, else the name of the file</source>
        <translation>每一行所属的服务。默认值：该行注明的程序，否则为文件名</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Table with a row for each line, with its database: logs.lines. Default: otel_logs</source>
        <translation>每行对应一条日志的表，可带数据库名：logs.lines。默认值：otel_logs</translation>
    </message>
    <message>
        <source>Column with the time of a line. Default: Timestamp</source>
        <translation>保存日志行时间的列。默认值：Timestamp</translation>
    </message>
    <message>
        <source>Time unit</source>
        <translation>时间单位</translation>
    </message>
    <message>
        <source>Unit of a time that is a number: s, ms, us or ns since 1970. Default: ns</source>
        <translation>时间为数字时的单位：自 1970 年起的 s、ms、us 或 ns。默认值：ns</translation>
    </message>
    <message>
        <source>Column with the text of a line. Default: Body</source>
        <translation>保存日志行正文的列。默认值：Body</translation>
    </message>
    <message>
        <source>Columns that identify the service of a line, comma-separated; the first that is not empty counts. Default: ServiceName</source>
        <translation>以逗号分隔的列，用于识别日志行所属的服务；取第一个非空的列。默认值：ServiceName</translation>
    </message>
    <message>
        <source>Columns that hold the level of a line, comma-separated. Default: SeverityText</source>
        <translation>保存日志行级别的列，以逗号分隔。默认值：SeverityText</translation>
    </message>
    <message>
        <source>Level fields</source>
        <translation>级别字段</translation>
    </message>
    <message>
        <source>Live tail interval</source>
        <translation>实时跟踪间隔</translation>
    </message>
    <message>
        <source>Live tail overlap</source>
        <translation>实时跟踪重叠</translation>
    </message>
    <message>
        <source>Time field</source>
        <translation>时间字段</translation>
    </message>
    <message>
        <source>Message fields</source>
        <translation>正文字段</translation>
    </message>
    <message>
        <source>How often a live tail asks for new lines. Default: 1s</source>
        <translation>实时跟踪多久查询一次新日志行。默认值：1s</translation>
    </message>
    <message>
        <source>How far each question of a live tail goes back for late lines. Default: 5s</source>
        <translation>实时跟踪的每次查询为迟到的日志行回溯多久。默认值：5s</translation>
    </message>
    <message>
        <source>Index pattern</source>
        <translation>索引模式</translation>
    </message>
    <message>
        <source>Indices, data streams or aliases, comma-separated, with *. Default: logs-*,filebeat-*,logstash-*</source>
        <translation>索引、数据流或别名，以逗号分隔，可用 *。默认值：logs-*,filebeat-*,logstash-*</translation>
    </message>
    <message>
        <source>Field with the time of a line. Default: @timestamp</source>
        <translation>保存日志行时间的字段。默认值：@timestamp</translation>
    </message>
    <message>
        <source>Fields with the text of a line, comma-separated; the first that a line has counts. Default: message,log,msg</source>
        <translation>保存日志行正文的字段，以逗号分隔；取日志行中存在的第一个。默认值：message,log,msg</translation>
    </message>
    <message>
        <source>Fields that identify the service of a line, comma-separated; the first that a line has counts. Default: service.name,kubernetes.container.name,container.name,app</source>
        <translation>以逗号分隔的字段，用于识别日志行所属的服务；取日志行中存在的第一个。默认值：service.name,kubernetes.container.name,container.name,app</translation>
    </message>
    <message>
        <source>Fields that hold the level of a line, comma-separated. Default: log.level,level,severity,loglevel</source>
        <translation>保存日志行级别的字段，以逗号分隔。默认值：log.level,level,severity,loglevel</translation>
    </message>
    <message>
        <source>How often a live tail asks for new lines. Default: 2s</source>
        <translation>实时跟踪多久查询一次新日志行。默认值：2s</translation>
    </message>
    <message>
        <source>How far each question of a live tail goes back for late lines: at least twice the refresh interval of the indices. Default: 10s</source>
        <translation>实时跟踪的每次查询为迟到的日志行回溯多久：至少为索引刷新间隔的两倍。默认值：10s</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>租户</translation>
    </message>
    <message>
        <source>Sent as X-Scope-OrgID; several as a|b where the server allows it. Default: none</source>
        <translation>作为 X-Scope-OrgID 发送；服务器允许时可用 a|b 表示多个。默认值：无</translation>
    </message>
    <message>
        <source>Labels that identify the service of a line, comma-separated; the first that a stream has counts. Default: service_name,service,app,job</source>
        <translation>以逗号分隔的标签，用于识别日志行所属的服务；取日志流中存在的第一个。默认值：service_name,service,app,job</translation>
    </message>
    <message>
        <source>Labels or metadata that hold the level of a line, comma-separated. Default: level,detected_level,severity</source>
        <translation>保存日志行级别的标签或元数据，以逗号分隔。默认值：level,detected_level,severity</translation>
    </message>
    <message>
        <source>How often a live tail asks for new lines. Default: 500ms</source>
        <translation>实时跟踪多久查询一次新日志行。默认值：500ms</translation>
    </message>
    <message>
        <source>How far each question of a live tail goes back for late lines. Default: 2s</source>
        <translation>实时跟踪的每次查询为迟到的日志行回溯多久。默认值：2s</translation>
    </message>
    <message>
        <source>Account and project, as 12:0. Default: 0:0</source>
        <translation>账户和项目，例如 12:0。默认值：0:0</translation>
    </message>
    <message>
        <source>Fields that identify the service of a line, comma-separated; the first that a line has counts. Default: service,service.name,app,kubernetes.container_name,job</source>
        <translation>以逗号分隔的字段，用于识别日志行所属的服务；取日志行中存在的第一个。默认值：service,service.name,app,kubernetes.container_name,job</translation>
    </message>
    <message>
        <source>Fields that hold the level of a line, comma-separated. Default: level,severity,log.level</source>
        <translation>保存日志行级别的字段，以逗号分隔。默认值：level,severity,log.level</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>A calendar file of this machine (.ics), in place of a URL</source>
        <translation>本机的日历文件（.ics），代替 URL</translation>
    </message>
    <message>
        <source>File with the URL</source>
        <translation>包含 URL 的文件</translation>
    </message>
    <message>
        <source>For a secret address: a file that holds it. No more than its host is ever shown</source>
        <translation>用于保密地址：保存该地址的文件。只会显示其主机名</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>值班表</translation>
    </message>
    <message>
        <source>Name of the schedule. Default: what the calendar calls itself, else the name of the source</source>
        <translation>值班表的名称。默认：日历自身的名称，否则为来源的名称</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Services whose pages go to whoever is on call here, comma-separated</source>
        <translation>其呼叫由此处值班人员接收的服务，以逗号分隔</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Who is on call: summary (the title of the event, the default) or attendees (everybody who is invited)</source>
        <translation>值班人员：summary（事件标题，默认）或 attendees（所有受邀者）</translation>
    </message>
    <message>
        <source>Of days and times that name none, if the calendar does not say it: Europe/Berlin, UTC, +05:30, or local for that of this machine. Default: local, with a warning</source>
        <translation>用于日历未说明时没有时区的日期和时间：Europe/Berlin、UTC、+05:30，或 local 表示本机时区。默认：local，并给出警告</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Database that is read; of InfluxDB 2, the one that a bucket is mapped to</source>
        <translation>要读取的数据库；InfluxDB 2 为存储桶所映射的数据库</translation>
    </message>
    <message>
        <source>Retention policy</source>
        <translation>保留策略</translation>
    </message>
    <message>
        <source>Retention policy of the measurements. Default: that of the database</source>
        <translation>测量值所用的保留策略。默认：数据库的默认策略</translation>
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
        <translation>演示：这是录制的事件，其中没有任何实时数据。%1</translation>
    </message>
    <message>
        <source>Demo: checkout v2.41.0 is being deployed. Watch the inbox.</source>
        <translation>演示：正在部署 checkout v2.41.0。请留意收件箱。</translation>
    </message>
    <message>
        <source>Demo: incident in progress. Select the critical alert; a acknowledges it, o opens its runbook. Checking off every step ends it.</source>
        <translation>演示：事件正在发生。选择严重告警，按 a 确认，按 o 打开运行手册；勾选全部步骤后事件结束。</translation>
    </message>
    <message>
        <source>Demo: rolled back. Connections are being released, errors are falling, alerts are resolving.</source>
        <translation>演示：已回滚。连接池正在释放，错误减少，告警逐个解决。</translation>
    </message>
    <message>
        <source>Demo: recovered. Demo data is deleted when you close the window.</source>
        <translation>演示：已恢复。关闭窗口后，这里的一切都会消失。</translation>
    </message>
    <message>
        <source>Demo: a simulated company on real local servers. A deploy will fail within half a minute.</source>
        <translation>演示：本机真实服务器上的一家虚拟公司。半分钟内会有一次部署出错。</translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>%1</source>
        <comment>It was cancelled. %1: what was found, in English</comment>
        <translation>已取消：“%1”</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>The server cannot be reached. %1: what was found, in English</comment>
        <translation>无法连接服务器：“%1”</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>The server did not answer in time. %1: what was found, in English</comment>
        <translation>服务器未及时应答：“%1”</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>No secure connection: certificate or TLS. %1: what was found, in English</comment>
        <translation>无法建立安全连接（证书或 TLS）：“%1”</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>Sign-in failed or is missing. %1: what was found, in English</comment>
        <translation>登录缺失或失败：“%1”</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>Permission denied. %1: what was found, in English</comment>
        <translation>没有权限：“%1”</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>Not found. %1: what was found, in English</comment>
        <translation>未找到：“%1”</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>Too many requests for the server. %1: what was found, in English</comment>
        <translation>对服务器的请求过多：“%1”</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>The request was rejected. %1: what was found, in English</comment>
        <translation>请求被拒绝：“%1”</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>It has changed in the meantime. %1: what was found, in English</comment>
        <translation>期间已发生变化：“%1”</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>The server reports an error of its own. %1: what was found, in English</comment>
        <translation>服务器内部出错：“%1”</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>The answer cannot be used. %1: what was found, in English</comment>
        <translation>应答无法使用：“%1”</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>The answer is too large. %1: what was found, in English</comment>
        <translation>应答过大：“%1”</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>Cannot be understood. %1: what was found, in English</comment>
        <translation>无法理解：“%1”</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>The server restarted recently. %1: what was found, in English</comment>
        <translation>服务器刚刚重启：“%1”</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>Not supported. %1: what was found, in English</comment>
        <translation>不支持：“%1”</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>Cannot be read or written. %1: what was found, in English</comment>
        <translation>无法读取或写入：“%1”</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>Something unexpected. %1: what was found, in English</comment>
        <translation>意外错误：“%1”</translation>
    </message>
</context>
<context>
    <name>Inbox</name>
    <message>
        <source>no owner</source>
        <translation>无负责人</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>the source says “%1”</source>
        <translation>来源返回：“%1”</translation>
    </message>
    <message>
        <source>last seen %1</source>
        <translation>最后出现：%1</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>收件箱</translation>
    </message>
    <message>
        <source>%1: only %2 of %3 members reachable</source>
        <translation>%1：%3 个成员中只有 %2 个有响应</translation>
    </message>
    <message>
        <source>%1 needs sign-in; no data since %2</source>
        <translation>%1 需要登录，自 %2 起没有数据</translation>
    </message>
    <message>
        <source>%1 needs sign-in; no data yet</source>
        <translation>%1 需要登录，尚无数据</translation>
    </message>
    <message>
        <source>%1 is misconfigured</source>
        <translation>%1 配置有误</translation>
    </message>
    <message>
        <source>%1 has not been polled yet</source>
        <translation>%1 尚未查询过</translation>
    </message>
    <message>
        <source>%1 returned an incomplete answer</source>
        <translation>%1 的响应不完整</translation>
    </message>
    <message>
        <source>%1 has not answered since %2</source>
        <translation>%1 自 %2 起无响应</translation>
    </message>
    <message>
        <source>%1 has never answered</source>
        <translation>%1 从未响应</translation>
    </message>
    <message>
        <source>Loading alerts…</source>
        <translation>正在加载告警…</translation>
    </message>
    <message>
        <source>Stored alerts cannot be read, so the current state is unknown. This is not an all-clear.</source>
        <translation>无法读取已保存的告警，当前情况未知。这不代表一切正常。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>No alerts match this filter.</source>
        <translation>没有告警符合此筛选条件。</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>No alert source connected: the current state is unknown.</source>
        <translation>没有连接告警来源，无法得知当前情况。</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>打开设置</translation>
    </message>
    <message>
        <source>No alerts known. Updates are paused: this is not an all-clear.</source>
        <translation>没有已知告警。更新已暂停：这不代表一切正常。</translation>
    </message>
    <message numerus="yes">
        <source>%n more source(s) not up to date</source>
        <translation>
            <numerusform>另有 %n 个来源的数据不是最新</numerusform>
        </translation>
    </message>
    <message>
        <source>No alerts known. %1: this is not an all-clear.</source>
        <translation>没有已知告警。%1：这不代表一切正常。</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>All clear: no alerts, and every source is up to date.</source>
        <translation>一切正常：没有任何告警，所有来源的数据均为最新。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Fired</source>
        <translation>触发</translation>
    </message>
    <message>
        <source>Fired again</source>
        <translation>再次触发</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>已请求</translation>
    </message>
    <message>
        <source>Confirmed by the source</source>
        <translation>已在来源端生效</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Runbook opened</source>
        <translation>已打开运行手册</translation>
    </message>
    <message>
        <source>Inhibited</source>
        <translation>被抑制</translation>
    </message>
    <message>
        <source>Silenced</source>
        <translation>已静默</translation>
    </message>
    <message>
        <source>%1 queued at %2, not sent</source>
        <translation>%1：%2 加入队列，尚未发送</translation>
    </message>
    <message>
        <source>%1 being sent</source>
        <translation>%1：正在发送</translation>
    </message>
    <message>
        <source>%1 sent, awaiting confirmation</source>
        <translation>%1：已发送，等待来源确认</translation>
    </message>
    <message>
        <source>%1: conflict</source>
        <translation>%1：有冲突</translation>
    </message>
    <message>
        <source>No owner</source>
        <translation>无负责人</translation>
    </message>
    <message>
        <source>No cluster</source>
        <translation>无集群</translation>
    </message>
    <message>
        <source>Resolved in the last hour</source>
        <translation>最近一小时内解决</translation>
    </message>
    <message>
        <source>(unnamed)</source>
        <translation>（无名称）</translation>
    </message>
    <message>
        <source>no known owner</source>
        <translation>负责人未知</translation>
    </message>
    <message>
        <source>%1 (team not in any catalog)</source>
        <translation>%1（服务目录中没有此团队）</translation>
    </message>
    <message>
        <source>alerts without a service label</source>
        <translation>团队告警，未标明服务</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) without service or team</source>
        <translation>
            <numerusform>%n 条告警没有标明服务或团队</numerusform>
        </translation>
    </message>
    <message>
        <source>tier %1</source>
        <translation>%1 级服务</translation>
    </message>
    <message numerus="yes">
        <source>collapsed: %2 on %n instance(s)</source>
        <translation>
            <numerusform>已折叠：%n 个实例上的 %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 and %n more depend on it</source>
        <translation>
            <numerusform>%2 和另外 %n 个服务依赖它</numerusform>
        </translation>
    </message>
    <message>
        <source>affects %1</source>
        <translation>影响 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n new alert(s), not shown yet</source>
        <translation>
            <numerusform>%n 条新告警暂未显示</numerusform>
        </translation>
    </message>
    <message>
        <source>all stale</source>
        <translation>全部未更新</translation>
    </message>
    <message numerus="yes">
        <source>%n stale</source>
        <translation>
            <numerusform>%n 条未更新</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln acknowledged</source>
        <translation>
            <numerusform>%Ln 条已确认</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open</source>
        <translation>
            <numerusform>%Ln 条未解决</numerusform>
        </translation>
    </message>
    <message>
        <source>Unclosed quotation mark at character %1</source>
        <translation>第 %1 个字符处的引号没有闭合</translation>
    </message>
    <message>
        <source>No such filter “%1” (character %2); available: %3. Put it in quotation marks to search for the text</source>
        <translation>没有名为“%1”的筛选项（第 %2 个字符）；可用的有 %3。若要搜索这段文字，请加引号</translation>
    </message>
    <message>
        <source>“%1” (character %2) is not a valid value; use %3</source>
        <translation>这里不支持“%1”（第 %2 个字符）；可用的有 %3</translation>
    </message>
    <message>
        <source>“%1” (character %2) needs a value</source>
        <translation>“%1”之后没有内容（第 %2 个字符）</translation>
    </message>
    <message>
        <source>“%1” (character %2) needs a value: %3</source>
        <translation>“%1”之后没有内容（第 %2 个字符）；可用的有 %3</translation>
    </message>
    <message>
        <source>Select at least one label; without any, every alert would be silenced.</source>
        <translation>请至少选择一个标签：一个都不选会隐藏所有告警。</translation>
    </message>
    <message>
        <source>These matchers also match alerts without any of these labels, so every alert would be silenced.</source>
        <translation>这些匹配器也会匹配没有这些标签的告警，因此会隐藏所有告警。</translation>
    </message>
    <message>
        <source>Label %1 appears twice. Both conditions must match, so little or nothing is silenced.</source>
        <translation>标签 %1 出现了两次；两个条件须同时成立，因此只会隐藏很少的告警，甚至一条也不隐藏。</translation>
    </message>
    <message numerus="yes">
        <source>This silences alerts on %n service(s). Is that intended?</source>
        <translation>
            <numerusform>将影响 %n 个服务。是否确定？</numerusform>
        </translation>
    </message>
    <message>
        <source>This silences more than half of the open alerts of this source. Is that intended?</source>
        <translation>将隐藏此来源半数以上的未解决告警。是否确定？</translation>
    </message>
    <message>
        <source>An equivalent silence already exists (%1). Extend it instead of adding another.</source>
        <translation>已有作用相同的静默（%1）。延长该静默即可，不必新建。</translation>
    </message>
    <message>
        <source>This does not silence any open alert.</source>
        <translation>目前没有未解决的告警会被隐藏。</translation>
    </message>
    <message>
        <source>queued, not sent</source>
        <translation>在队列中，尚未发送</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已生效</translation>
    </message>
    <message>
        <source>rejected by the source</source>
        <translation>被来源拒绝</translation>
    </message>
    <message>
        <source>sent, awaiting confirmation</source>
        <translation>已发送，等待来源确认</translation>
    </message>
    <message>
        <source>conflict: needs a decision</source>
        <translation>有冲突：等待您处理</translation>
    </message>
    <message>
        <source>expired: could not be sent in time</source>
        <translation>已过期：未能及时发送</translation>
    </message>
    <message>
        <source>superseded</source>
        <translation>已被取代</translation>
    </message>
    <message>
        <source>discarded</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>Not done: the action could not be saved. %1</source>
        <translation>操作未执行：无法保存。%1</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1：“%2”</translation>
    </message>
    <message numerus="yes">
        <source>%Ln firing</source>
        <translation>
            <numerusform>%Ln 条已触发</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln silenced</source>
        <translation>
            <numerusform>%Ln 条已静默</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln resolved</source>
        <translation>
            <numerusform>%Ln 条已解决</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>以及另外 %Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 restarted recently and may not list every alert yet</source>
        <translation>%1 刚刚启动，可能尚未收到全部告警</translation>
    </message>
    <message>
        <source>Acked</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>已排队</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation>待生效</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>冲突</translation>
    </message>
    <message numerus="yes">
        <source>%Ln inhibited</source>
        <translation>
            <numerusform>%Ln 条被抑制</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln muted</source>
        <translation>
            <numerusform>%Ln 条按时段静音</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln quiet</source>
        <translation>
            <numerusform>%Ln 条不通知</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 answers, but its list may be incomplete</source>
        <translation>%1 有响应，但信息可能不完整</translation>
    </message>
    <message>
        <source>No alert source connected: the current state is unknown. This is not an all-clear.</source>
        <translation>没有连接告警来源，因此一无所知。这并不表示一切正常。</translation>
    </message>
    <message>
        <source>%1. It cannot be sent as it is.</source>
        <translation>%1。无法这样发送。</translation>
    </message>
    <message numerus="yes">
        <source>This silences every open alert of this source: all %n.</source>
        <translation>
            <numerusform>它会隐藏该来源所有未解决的告警：共 %n 条。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 also matches alerts without that label: %n of those it silences.</source>
        <translation>
            <numerusform>%1 也匹配没有该标签的告警：在它隐藏的告警中有 %n 条。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 also matches alerts without that label; none is open now.</source>
        <translation>%1 也匹配没有该标签的告警；目前没有这样的未解决告警。</translation>
    </message>
    <message>
        <source>Acknowledged by %1 until %2</source>
        <translation>由 %1 确认，直到 %2</translation>
    </message>
    <message>
        <source>Silenced by %1 until %2</source>
        <translation>由 %1 静默，直到 %2</translation>
    </message>
    <message>
        <source>Acknowledged until %1</source>
        <translation>已确认，直到 %1</translation>
    </message>
    <message>
        <source>Silenced until %1</source>
        <translation>已静默，直到 %1</translation>
    </message>
    <message>
        <source>Acknowledged by %1</source>
        <translation>由 %1 确认</translation>
    </message>
    <message>
        <source>Silenced by %1</source>
        <translation>由 %1 静默</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>按时段静音</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>不通知</translation>
    </message>
    <message>
        <source>Inhibited by an unknown alert (%1)</source>
        <translation>被一个此处未知的告警抑制（%1）</translation>
    </message>
    <message>
        <source>Inhibited by %1</source>
        <translation>被 %1 抑制</translation>
    </message>
    <message>
        <source>Muted for receiver %1; others are notified</source>
        <translation>对接收者 %1 静音；其他接收者仍会收到通知</translation>
    </message>
    <message>
        <source>Muted by time interval %1</source>
        <translation>因时间区间 %1 静音</translation>
    </message>
    <message>
        <source>Quiet, and the source does not say why</source>
        <translation>不通知，且来源未说明原因</translation>
    </message>
    <message numerus="yes">
        <source>%Ln silenced until %1</source>
        <translation>
            <numerusform>%Ln 条已静默，直到 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln silenced, the first until %1</source>
        <translation>
            <numerusform>%Ln 条已静默，最早一条到 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>joined by a person</source>
        <translation>由人合并</translation>
    </message>
    <message>
        <source>both use the same name</source>
        <translation>两者用同一名称</translation>
    </message>
    <message>
        <source>both link to the same page</source>
        <translation>两者指向同一页面</translation>
    </message>
    <message>
        <source>same service, title and time</source>
        <translation>服务、标题和时间相同</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>已暂缓</translation>
    </message>
    <message>
        <source>Snoozed by %1</source>
        <translation>由 %1 暂缓</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>No longer acknowledged</source>
        <translation>不再被确认</translation>
    </message>
    <message>
        <source>Snoozed until %1</source>
        <translation>已暂缓至 %1</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>已分派</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>已升级</translation>
    </message>
    <message>
        <source>Notified</source>
        <translation>已通知</translation>
    </message>
    <message>
        <source>Reported by the source</source>
        <translation>来源告知</translation>
    </message>
    <message>
        <source>Later entries of the source have not been read yet</source>
        <translation>来源从此处起告知的内容尚未读取</translation>
    </message>
    <message>
        <source>Muted for receiver %1 by time interval %2; others are notified</source>
        <translation>对接收者 %1 由时间段 %2 静音；其他接收者仍会收到通知</translation>
    </message>
    <message>
        <source>Connect an alert source in Settings, such as Alertmanager or PagerDuty.</source>
        <translation>请在设置中连接一个告警来源，例如 Alertmanager 或 PagerDuty。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln snoozed</source>
        <translation>
            <numerusform>%Ln 条已暂缓</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 queued, not sent</source>
        <translation>%1：已加入队列，尚未发送</translation>
    </message>
    <message>
        <source>The context %1 has no source: the current state is unknown.</source>
        <translation>上下文 %1 没有来源：当前状态未知。</translation>
    </message>
    <message>
        <source>The context %1 has no alert source: the current state is unknown. This is not an all-clear.</source>
        <translation>上下文 %1 没有告警来源：当前状态未知。这并不表示一切正常。</translation>
    </message>
    <message>
        <source>Ignored parts of the configuration are not watched</source>
        <translation>配置中被忽略的部分未受监视</translation>
    </message>
    <message>
        <source>Changed at its service</source>
        <translation>服务有变更</translation>
    </message>
    <message>
        <source>Its service is in maintenance: this goes on paging, nothing new is opened</source>
        <translation>服务正在维护：此告警继续通知，不再开启新的</translation>
    </message>
    <message>
        <source>Its service is in maintenance by %1 until %2: this goes on paging, nothing new is opened</source>
        <translation>服务由 %1 设为维护直到 %2：此告警继续通知，不再开启新的</translation>
    </message>
    <message>
        <source>Service in maintenance</source>
        <translation>服务维护中</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>已折叠</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>has a runbook</source>
        <translation>有运行手册</translation>
    </message>
    <message>
        <source>In downtime</source>
        <translation>停机中</translation>
    </message>
    <message>
        <source>In downtime until %1</source>
        <translation>停机至 %1</translation>
    </message>
    <message>
        <source>In downtime by %1</source>
        <translation>由 %1 设为停机</translation>
    </message>
    <message>
        <source>In downtime by %1 until %2</source>
        <translation>由 %1 设为停机，至 %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln in downtime</source>
        <translation>
            <numerusform>%Ln 个处于停机时间</numerusform>
        </translation>
    </message>
    <message>
        <source>What this silences now is silenced already, by other matchers (%1).</source>
        <translation>此静默现在所涵盖的告警已被其他匹配器静默（%1）。</translation>
    </message>
    <message>
        <source>No such filter “%1” (character %2); did you mean %3? For a label write name=value</source>
        <translation>没有筛选条件“%1”（第 %2 个字符）；您是指 %3 吗？标签请写成 名称=值</translation>
    </message>
    <message>
        <source>“%1” (character %2) is not a valid value; did you mean %3?</source>
        <translation>“%1”（第 %2 个字符）不是有效的值；您是指 %3 吗？</translation>
    </message>
    <message>
        <source>“%1” (character %2) takes %3 here</source>
        <translation>“%1”（第 %2 个字符）此处应使用 %3</translation>
    </message>
    <message>
        <source>“%1” (character %2) is not a duration; write 30m, 2h or 7d</source>
        <translation>“%1”（第 %2 个字符）不是时长；请写 30m、2h 或 7d</translation>
    </message>
    <message>
        <source>“%1” (character %2) is not a pattern: %3</source>
        <translation>“%1”（第 %2 个字符）不是正则表达式：%3</translation>
    </message>
    <message>
        <source>“me” (character %1) needs your name; enter it in Settings</source>
        <translation>“me”（第 %1 个字符）需要您的姓名；请在设置中填写</translation>
    </message>
    <message numerus="yes">
        <source>Without “%1”: %n alert(s).</source>
        <translation>
            <numerusform>不含“%1”：%n 个告警。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2 ago)</source>
        <translation>%1（%2前）</translation>
    </message>
</context>
<context>
    <name>LoadDefinition</name>
    <message>
        <source>PagerDuty Analytics API, incident metrics</source>
        <translation>PagerDuty Analytics API，事件指标</translation>
    </message>
    <message>
        <source>Quarterdeck&apos;s own definition</source>
        <translation>Quarterdeck 自己的定义</translation>
    </message>
    <message>
        <source>Google SRE workbook, chapter 5</source>
        <translation>Google SRE Workbook，第 5 章</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Alerts that started firing in the time range, for the selected team and services. An alert reported by several sources counts once: it starts with the first report, is acknowledged from the first acknowledgement on, and ends with the last one.</source>
        <translation>在所选时间范围内开始触发的告警，限于所选团队和服务。多个来源报告的同一告警只计一次：从最早的报告开始，从首次确认起视为已确认，到最后一个结束为止。</translation>
    </message>
    <message>
        <source>Two firings of one alert that overlap, 10:00 to 12:00 and 11:00 to 11:30: 2 incidents, no repeat, engaged time counted once.</source>
        <translation>同一告警的两次触发相互重叠（10:00 至 12:00 与 11:00 至 11:30）：2 个事件，无重复，处理时间只计一次。</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Incidents that somebody acknowledged explicitly.</source>
        <translation>有人明确确认过的事件。</translation>
    </message>
    <message>
        <source>Acknowledgement rate</source>
        <translation>确认率</translation>
    </message>
    <message>
        <source>Acknowledged incidents divided by all incidents.</source>
        <translation>已确认的事件数除以全部事件数。</translation>
    </message>
    <message>
        <source>Time to acknowledge, mean</source>
        <translation>确认用时，平均值</translation>
    </message>
    <message>
        <source>Mean of first acknowledgement minus creation, over acknowledged incidents. Only the first acknowledgement counts, whatever happens after it.</source>
        <translation>已确认事件的首次确认时间减去创建时间的平均值。只计首次确认，之后发生什么都不影响。</translation>
    </message>
    <message>
        <source>Acknowledged at 0 min, acknowledgement removed at 30, acknowledged again at 41: 0 s.</source>
        <translation>0 分钟时确认，30 分钟时撤回，41 分钟时再次确认：0 秒。</translation>
    </message>
    <message>
        <source>Time to acknowledge, median</source>
        <translation>确认用时，中位数</translation>
    </message>
    <message>
        <source>Middle value; for an even number, the mean of the two middle values.</source>
        <translation>中间值；数量为偶数时取中间两个值的平均。</translation>
    </message>
    <message>
        <source>Time to acknowledge, 90th percentile</source>
        <translation>确认用时，第 90 百分位</translation>
    </message>
    <message>
        <source>Nearest rank: the value at position ceil(0.9 n) of the sorted times.</source>
        <translation>最近秩：排序后第 ⌈0.9 n⌉ 位的值。</translation>
    </message>
    <message>
        <source>60, 120, 180, 180, 240, 300, 360, 600 s: position 8, 600 s.</source>
        <translation>60、120、180、180、240、300、360、600 秒：第 8 位，600 秒。</translation>
    </message>
    <message>
        <source>Time to resolve, mean</source>
        <translation>解决用时，平均值</translation>
    </message>
    <message>
        <source>Mean of resolution minus creation. Open incidents, acknowledged or not, are excluded and counted separately; so are incidents that ended before they started.</source>
        <translation>解决时间减去创建时间的平均值。未解决的事件（无论是否已确认）不计入，单独计数；结束早于开始的事件同样如此。</translation>
    </message>
    <message>
        <source>Created 10:00, acknowledged 10:05, still open: time to acknowledge 300 s, time to resolve 0 of 1 known, 1 open.</source>
        <translation>10:00 创建，10:05 确认，仍未解决：确认用时 300 秒；解决用时 1 个中 0 个已知，1 个未解决。</translation>
    </message>
    <message>
        <source>Time to resolve, median</source>
        <translation>解决用时，中位数</translation>
    </message>
    <message>
        <source>Middle value. The mean alone is misleading, because a few long incidents dominate it.</source>
        <translation>中间值。仅看平均值会产生误导，因为少数长事件会主导它。</translation>
    </message>
    <message>
        <source>Time to resolve, 90th percentile</source>
        <translation>解决用时，第 90 百分位</translation>
    </message>
    <message>
        <source>Mean time to resolve, incidents resolved by people</source>
        <translation>平均解决用时，由人解决的事件</translation>
    </message>
    <message>
        <source>As time to resolve, without self-resolved incidents.</source>
        <translation>同解决用时，但不含自动恢复的事件。</translation>
    </message>
    <message>
        <source>Interruptions</source>
        <translation>打扰</translation>
    </message>
    <message>
        <source>Number of (incident, responder) pairs with at least one notification other than e-mail. An alert that pages again after its acknowledgement was removed interrupts again. This is our count: PagerDuty&apos;s differs, it merges the pages of one person within 60 s and excludes e-mail as well.</source>
        <translation>至少有一次非电子邮件通知的（事件，响应人）组合数。确认被撤回后再次呼叫的告警会再次计为打扰。这是我们的计数方式：PagerDuty 的不同，它会合并同一人 60 秒内的呼叫，同样不计电子邮件。</translation>
    </message>
    <message>
        <source>Acknowledged at 0 min, acknowledgement removed at 30, acknowledged again at 41: 1 incident, 2 interruptions. &quot;notify&quot;: [] means nobody was notified, 0; without &quot;notify&quot; it is unknown, 1 and estimated.</source>
        <translation>0 分钟时确认，30 分钟时撤回，41 分钟时再次确认：1 个事件，2 次打扰。“notify”为 [] 表示没有通知任何人，计 0；没有“notify”表示未知，计 1 且为估计值。</translation>
    </message>
    <message>
        <source>Interruptions in business hours</source>
        <translation>工作时段内的打扰</translation>
    </message>
    <message>
        <source>Monday to Friday, 08:00 to 18:00 in the responder&apos;s time zone.</source>
        <translation>按响应人的时区，周一至周五 08:00 至 18:00。</translation>
    </message>
    <message>
        <source>Interruptions in off-hours</source>
        <translation>非工作时段的打扰</translation>
    </message>
    <message>
        <source>Neither business hours nor sleep hours, in the responder&apos;s time zone.</source>
        <translation>按响应人的时区，既非工作时段也非睡眠时段。</translation>
    </message>
    <message>
        <source>Interruptions in sleep hours</source>
        <translation>睡眠时段的打扰</translation>
    </message>
    <message>
        <source>22:00 to 08:00 on any day, in the responder&apos;s time zone. Sleep hours take precedence over the other classes.</source>
        <translation>按响应人的时区，任何一天的 22:00 至 08:00。睡眠时段优先于其他类别。</translation>
    </message>
    <message>
        <source>Disruptions</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>Interruptions of the same person within 10 minutes of the first count as one. If it is unknown who was paged, each counts.</source>
        <translation>同一人在首次打扰后 10 分钟内的打扰合计为一次。如果不知道呼叫了谁，则每次都计。</translation>
    </message>
    <message>
        <source>Pages at 10:00:00, 10:09:59 and 10:10:00: 2.</source>
        <translation>10:00:00、10:09:59 和 10:10:00 的呼叫：2。</translation>
    </message>
    <message>
        <source>Disruptions in business hours</source>
        <translation>工作时段内的中断</translation>
    </message>
    <message>
        <source>Disruptions that start in business hours.</source>
        <translation>在工作时段开始的中断。</translation>
    </message>
    <message>
        <source>Disruptions in off-hours</source>
        <translation>非工作时段的中断</translation>
    </message>
    <message>
        <source>Disruptions that start in off-hours.</source>
        <translation>在非工作时段开始的中断。</translation>
    </message>
    <message>
        <source>Disruptions in sleep hours</source>
        <translation>睡眠时段的中断</translation>
    </message>
    <message>
        <source>Disruptions that start in sleep hours.</source>
        <translation>在睡眠时段开始的中断。</translation>
    </message>
    <message>
        <source>Disrupted hours</source>
        <translation>被中断的小时</translation>
    </message>
    <message>
        <source>Number of (responder, clock hour) pairs with an interruption.</source>
        <translation>有打扰的（响应人，钟点小时）组合数。</translation>
    </message>
    <message>
        <source>Multitudes, out-of-hours pages</source>
        <translation>Multitudes，非工作时段呼叫</translation>
    </message>
    <message>
        <source>18:30, 19:15 and 19:25: 2. Pages at 03:35 and, after the clock went back from 03:45 to 02:45, at 02:50: 2.</source>
        <translation>18:30、19:15 和 19:25：2。03:35 的呼叫，以及时钟从 03:45 拨回 02:45 之后 02:50 的呼叫：2。</translation>
    </message>
    <message>
        <source>Time engaged, total</source>
        <translation>处理时间，合计</translation>
    </message>
    <message>
        <source>Total time from acknowledgement to resolution, over incidents and the people who acknowledged them, limited to the time range. People still at work are counted separately, not measured.</source>
        <translation>从确认到解决的总时间，按事件及其确认者累计，限于所选时间范围。仍在处理的人单独计数，不计时间。</translation>
    </message>
    <message>
        <source>Acknowledged 10:05 and still open: 0 s, 1 open.</source>
        <translation>10:05 确认，仍未解决：0 秒，1 个未解决。</translation>
    </message>
    <message>
        <source>Time engaged</source>
        <translation>处理时间</translation>
    </message>
    <message>
        <source>As above, but overlapping incidents of the same person count once.</source>
        <translation>同上，但同一人相互重叠的事件只计一次。</translation>
    </message>
    <message>
        <source>10:00 to 11:00 and 10:30 to 11:30: 5400 s; total 7200 s.</source>
        <translation>10:00 至 11:00 与 10:30 至 11:30：5400 秒；合计 7200 秒。</translation>
    </message>
    <message>
        <source>Fairness</source>
        <translation>公平性</translation>
    </message>
    <message>
        <source>Gini coefficient of interruptions per person, not per hour on call: 0 = evenly shared, 1 = one person takes them all. Whoever is on call more often is paged more often.</source>
        <translation>每人打扰次数（不是每值班小时）的基尼系数：0 = 平均分担，1 = 全部由一人承担。值班更多的人被呼叫得也更多。</translation>
    </message>
    <message>
        <source>12, 3, 1 and 0 interruptions: 0.59375.</source>
        <translation>12、3、1 和 0 次打扰：0.59375。</translation>
    </message>
    <message>
        <source>Incidents per 12-hour shift</source>
        <translation>每 12 小时班次的事件</translation>
    </message>
    <message>
        <source>Incidents in a shift, 09:00 to 21:00 or 21:00 to 09:00 in the responder&apos;s time zone, scaled to 12 hours. More than 2 is too many. Only shifts with incidents are known, and only those of known responders.</source>
        <translation>一个班次（按响应人时区 09:00 至 21:00 或 21:00 至 09:00）内的事件数，折算为 12 小时。超过 2 即过多。只知道有事件的班次，且只限已知的响应人。</translation>
    </message>
    <message>
        <source>Google SRE book, chapter 11</source>
        <translation>Google SRE Book，第 11 章</translation>
    </message>
    <message>
        <source>2 incidents in a night of 11 hours, when the clock goes forward: 2.18, over the limit.</source>
        <translation>时钟拨快的 11 小时夜班有 2 个事件：2.18，超过限值。</translation>
    </message>
    <message>
        <source>Self-resolved</source>
        <translation>自动恢复</translation>
    </message>
    <message>
        <source>Incidents ended by their source rather than by a person, divided by all incidents. Alertmanager ends every alert itself: in the local history every ended incident counts, acknowledged or not.</source>
        <translation>由来源而非由人结束的事件数除以全部事件数。Alertmanager 会自行结束每个告警：在本地历史中，所有已结束的事件都计入，无论是否确认过。</translation>
    </message>
    <message>
        <source>Transient alerts</source>
        <translation>瞬时告警</translation>
    </message>
    <message>
        <source>Self-resolved, never acknowledged and shorter than 5 minutes, divided by all incidents.</source>
        <translation>自动恢复、从未确认且短于 5 分钟的事件数除以全部事件数。</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>再次出现</translation>
    </message>
    <message>
        <source>Resolved incidents whose alert fired again within 24 hours, divided by resolved incidents. The next firing decides: one that started before the end is an overlap, one created after the time range is not known yet.</source>
        <translation>已解决且其告警在 24 小时内再次触发的事件数除以已解决的事件数。以下一次触发为准：在结束之前开始的属于重叠，在时间范围之后创建的尚不可知。</translation>
    </message>
    <message>
        <source>Ended Sunday 23:00, fired again Monday 01:00: 0 repeats in the week to Sunday, 1 in the eight days to Monday.</source>
        <translation>周日 23:00 结束，周一 01:00 再次触发：截至周日的一周内 0 次再次出现，截至周一的八天内 1 次。</translation>
    </message>
    <message>
        <source>Alert precision, classified</source>
        <translation>告警精度，已分类</translation>
    </message>
    <message>
        <source>Incidents tagged as needing action divided by all tagged incidents.</source>
        <translation>标记为需要处理的事件数除以全部已标记的事件数。</translation>
    </message>
    <message>
        <source>Alert precision, strict</source>
        <translation>告警精度，严格</translation>
    </message>
    <message>
        <source>Incidents tagged as needing action divided by all incidents, once any is tagged.</source>
        <translation>标记为需要处理的事件数除以全部事件数（至少有一个已标记时）。</translation>
    </message>
    <message>
        <source>Time without a major incident</source>
        <translation>无重大事件的时间</translation>
    </message>
    <message>
        <source>Share of the time range up to now without a major incident, for the selected team and services; overlaps count once. In the local history a major incident is one of severity critical.</source>
        <translation>在所选团队和服务中，截至目前的时间范围内没有重大事件的时间占比；重叠只计一次。在本地历史中，重大事件指级别为严重的事件。</translation>
    </message>
    <message>
        <source>Major 02:30 to 03:06 and 02:33 to 03:36 in a week: 99.345 %.</source>
        <translation>一周内重大事件为 02:30 至 03:06 和 02:33 至 03:36：99.345%。</translation>
    </message>
    <message>
        <source>Noisiest alerts</source>
        <translation>噪声最大的告警</translation>
    </message>
    <message>
        <source>Incidents by alert rule, with those in sleep hours, self-resolved, transient and repeated.</source>
        <translation>按告警规则统计的事件，并列出睡眠时段的、自动恢复的、瞬时的和再次出现的。</translation>
    </message>
</context>
<context>
    <name>LoadPage</name>
    <message>
        <source>Load</source>
        <translation>负荷</translation>
    </message>
    <message>
        <source>No incidents recorded yet</source>
        <translation>尚未记录任何事件</translation>
    </message>
    <message>
        <source>No interruptions in %1</source>
        <translation>%1内没有人被打扰</translation>
    </message>
    <message numerus="yes">
        <source>%Ln interruption(s) so far; not enough history to compare</source>
        <translation>
            <numerusform>至今有 %Ln 次打扰；历史太短，无法比较</numerusform>
        </translation>
    </message>
    <message>
        <source>Sleep-hour interruptions doubled, from %1 to %2</source>
        <translation>睡眠时段的打扰翻倍，从 %1 次增至 %2 次</translation>
    </message>
    <message>
        <source>Sleep-hour interruptions rose from %1 to %2</source>
        <translation>睡眠时段的打扰从 %1 次增至 %2 次</translation>
    </message>
    <message>
        <source>Sleep-hour interruptions fell from %1 to %2</source>
        <translation>睡眠时段的打扰从 %1 次降至 %2 次</translation>
    </message>
    <message>
        <source>Interruptions doubled, from %1 to %2</source>
        <translation>打扰翻倍，从 %1 次增至 %2 次</translation>
    </message>
    <message>
        <source>Interruptions rose from %1 to %2</source>
        <translation>打扰从 %1 次增至 %2 次</translation>
    </message>
    <message>
        <source>Interruptions fell from %1 to %2</source>
        <translation>打扰从 %1 次降至 %2 次</translation>
    </message>
    <message>
        <source>Interruptions are steady at %1 (%2 before)</source>
        <translation>打扰保持平稳：%1 次，之前为 %2 次</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>; one rule causes %1</source>
        <translation>；其中 %1 由一条规则造成</translation>
    </message>
    <message>
        <source>; %1 rules cause %2</source>
        <translation>；其中 %2 由 %1 条规则造成</translation>
    </message>
    <message>
        <source>Not up to date: %1. Alerts firing there now are not counted.</source>
        <translation>数据不是最新：%1。这些来源当前触发的告警未计入。</translation>
    </message>
    <message>
        <source>History starts on %1, so these figures do not cover the whole time range.</source>
        <translation>历史数据从 %1 开始，未覆盖整个时间范围。</translation>
    </message>
    <message>
        <source>Who was interrupted is an estimate; the sources do not report it.</source>
        <translation>受打扰人员为估算值：来源未提供。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) without a responder: each counts separately, none in a shift.</source>
        <translation>
            <numerusform>%Ln 个事件没有指明响应人：各自单独计算，不计入任何班次。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogContext</name>
    <message>
        <source>Lines around it</source>
        <translation>前后的行</translation>
    </message>
    <message>
        <source>Reading the log…</source>
        <translation>正在读取日志…</translation>
    </message>
</context>
<context>
    <name>LogLineSheet</name>
    <message>
        <source>Log record</source>
        <translation>日志记录</translation>
    </message>
</context>
<context>
    <name>LogsPage</name>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
</context>
<context>
    <name>MetricsPage</name>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
</context>
<context>
    <name>MetricsWords</name>
    <message>
        <source>Not up to date, as of %1: %2</source>
        <translation>未更新，截至 %1：%2</translation>
    </message>
    <message>
        <source>the day before</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>the week before</source>
        <translation>前一周</translation>
    </message>
    <message>
        <source>%1 before</source>
        <translation>%1 之前</translation>
    </message>
    <message>
        <source>No answer: %1</source>
        <translation>没有应答：%1</translation>
    </message>
    <message>
        <source>No data in this range</source>
        <translation>此时间段内没有数据</translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n 个时间序列</numerusform>
        </translation>
    </message>
    <message>
        <source>Incomplete: %1</source>
        <translation>不完整：%1</translation>
    </message>
    <message>
        <source>one sample every %1</source>
        <translation>每 %1 一个采样</translation>
    </message>
    <message numerus="yes">
        <source>Only the first %1 series are shown, %n more are left out: narrow the query</source>
        <translation>
            <numerusform>仅显示前 %1 个时间序列，另有 %n 个未显示：请缩小查询范围</numerusform>
        </translation>
    </message>
    <message>
        <source>The compared lines are incomplete: %1</source>
        <translation>对比曲线不完整：%1</translation>
    </message>
    <message numerus="yes">
        <source>zero and below cannot be shown on a logarithmic axis: gaps in %n series</source>
        <translation>
            <numerusform>对数坐标轴无法显示零及以下的值：%n 个时间序列有缺口</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OnCallWords</name>
    <message>
        <source>%1, %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message numerus="yes">
        <source>Nobody is on call for %1 and %n other(s)</source>
        <translation>
            <numerusform>%1 和另外 %n 个策略无人值班</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is on call for %1</source>
        <translation>%1 无人值班</translation>
    </message>
    <message numerus="yes">
        <source>Who is on call is not known for %n policy(s)</source>
        <translation>
            <numerusform>%n 个策略的值班人员未知</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n policy(s) have gaps in the next 14 days</source>
        <translation>
            <numerusform>%n 个策略在未来 14 天内有空档</numerusform>
        </translation>
    </message>
    <message>
        <source>Every policy is covered for the next 14 days</source>
        <translation>未来 14 天内每个策略都有人值班</translation>
    </message>
    <message>
        <source>Somebody is on call for every policy that is known</source>
        <translation>每个已知策略都有人值班</translation>
    </message>
    <message>
        <source>%1 is not on call in these days</source>
        <translation>%1 在这些天不值班</translation>
    </message>
    <message>
        <source>%1 is on call on all of these days (%2)</source>
        <translation>%1 在这些天全程值班（%2）</translation>
    </message>
    <message>
        <source>%1 is on call until %2 (%3)</source>
        <translation>%1 值班至 %2（%3）</translation>
    </message>
    <message>
        <source>%1 is next on call from %2 (%3)</source>
        <translation>%1 下次值班从 %2 开始（%3）</translation>
    </message>
    <message>
        <source>again from %1</source>
        <translation>从 %1 起再次值班</translation>
    </message>
    <message>
        <source>as of %1 ago</source>
        <translation>%1前的数据</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>%1 reports nothing after %2</source>
        <translation>%1 没有 %2 之后的信息</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message numerus="yes">
        <source>%n conflict(s) need(s) a decision</source>
        <translation>
            <numerusform>%n 个冲突待处理</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 项失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 项待发送</numerusform>
        </translation>
    </message>
    <message>
        <source>Outbox: empty</source>
        <translation>发件箱：空</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>发件箱</translation>
    </message>
</context>
<context>
    <name>OutboxReason</name>
    <message>
        <source>It was firing when you acted; no member lists it any more, so it counts as resolved</source>
        <translation>您操作时告警正在触发；现已解决：集群各成员均已没有此告警</translation>
    </message>
    <message>
        <source>It was firing (since %1) when you acted; no member lists it any more, so it counts as resolved</source>
        <translation>您操作时告警自 %1 起触发；现已解决：集群各成员均已没有此告警</translation>
    </message>
    <message>
        <source>It was firing (since %1) when you acted; it resolved at %2</source>
        <translation>您操作时告警自 %1 起触发；已于 %2 解决</translation>
    </message>
    <message>
        <source>It was firing (since %1) when you acted; it resolved and fired again at %2</source>
        <translation>您操作时告警自 %1 起触发；其间曾解决，%2 再次触发</translation>
    </message>
    <message>
        <source>You asked for silence until %1, but %2 already has an identical silence until %3. Extend that one instead</source>
        <translation>您要静默到 %1；%2 已有相同静默，持续到 %3：请改为延长该静默</translation>
    </message>
    <message>
        <source>The silence was active when you acted; it no longer exists on the server</source>
        <translation>您操作时此静默仍有效；服务器上现已没有它</translation>
    </message>
    <message>
        <source>The silence was active when you acted; it ended at %1</source>
        <translation>您操作时此静默仍有效；已于 %1 结束</translation>
    </message>
    <message>
        <source>acknowledged by %1 until %2</source>
        <translation>已由 %1 确认，有效至 %2</translation>
    </message>
    <message>
        <source>%1 already has an identical silence until %2</source>
        <translation>%1 的相同静默持续到 %2</translation>
    </message>
    <message>
        <source>already runs until %1</source>
        <translation>它本来就持续到 %1</translation>
    </message>
    <message>
        <source>the silence had already ended</source>
        <translation>这条静默先前已结束</translation>
    </message>
    <message>
        <source>already applied by an earlier attempt</source>
        <translation>先前的尝试已经生效</translation>
    </message>
    <message>
        <source>It could not be sent before %1 and has expired.</source>
        <translation>在 %1 之前未能发送，操作已过期。</translation>
    </message>
    <message>
        <source>Checked with the source: it never arrived. It will be sent again.</source>
        <translation>已向来源核对：未送达。将重新发送。</translation>
    </message>
    <message>
        <source>This context is read-only: nothing is sent.</source>
        <translation>此上下文为只读：不会从中发送任何内容。</translation>
    </message>
    <message>
        <source>discarded before it was sent</source>
        <translation>在发送前已放弃</translation>
    </message>
    <message>
        <source>resent by its author</source>
        <translation>已由发起人再次发送</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>某人</translation>
    </message>
    <message>
        <source>It took effect, but the silence ended at %1</source>
        <translation>它已生效，但静默已于 %1 结束</translation>
    </message>
    <message>
        <source>The server accepted the silence, but it starts only at %1 and hides nothing yet</source>
        <translation>服务器已接受静默，但要到 %1 才开始：目前不隐藏任何告警</translation>
    </message>
    <message>
        <source>The silence is active, but until %1 instead of %2</source>
        <translation>静默已生效，但到 %1 结束，而不是 %2</translation>
    </message>
    <message>
        <source>the server created a new silence, until %1</source>
        <translation>服务器为此新建了一个静默，到 %1 结束</translation>
    </message>
    <message>
        <source>It could not be delivered before %1 and has expired. Last error: %2</source>
        <translation>在 %1 之前未能送达，不再重试。最近一次：%2</translation>
    </message>
    <message>
        <source>Checked with the source: it never arrived. It will be sent again. Last answer: %1</source>
        <translation>核对结果：未送达，将再次发送。最近的回应：%1</translation>
    </message>
    <message>
        <source>It was firing when you acted; it resolved at %1</source>
        <translation>您看到它时正在触发；已于 %1 解决</translation>
    </message>
    <message>
        <source>It was firing when you acted; it resolved and fired again at %1</source>
        <translation>您看到它时正在触发；其间曾解决，自 %1 起再次触发</translation>
    </message>
    <message>
        <source>Only %1 of %2 members answered completely and none of them lists this alert; the others may</source>
        <translation>%2 个成员中有 %1 个完整回答，它们没有这条告警；其他成员可能有</translation>
    </message>
    <message>
        <source>This alert was not found, but the answer is incomplete: %1</source>
        <translation>目前没有这条告警，但是：%1</translation>
    </message>
    <message>
        <source>acknowledged by %1</source>
        <translation>由 %1 确认</translation>
    </message>
    <message>
        <source>The matchers of this acknowledgement do not match the alert</source>
        <translation>此确认的匹配器与该告警不匹配</translation>
    </message>
    <message>
        <source>%1 only reports which of its rules fire: acknowledge and silence on an Alertmanager, none is connected</source>
        <translation>%1 只说明其哪些规则在触发：确认和静默要在 Alertmanager 上进行，但没有连接任何 Alertmanager</translation>
    </message>
    <message>
        <source>Only %1 of %2 members answered completely and none of them lists this silence; the others may</source>
        <translation>%2 个成员中有 %1 个完整回答，它们没有这条静默；其他成员可能有</translation>
    </message>
    <message>
        <source>This silence was not found, but the answer is incomplete: %1</source>
        <translation>目前没有这条静默，但是：%1</translation>
    </message>
    <message>
        <source>A silence without matchers would silence everything</source>
        <translation>没有匹配器的静默会静默一切</translation>
    </message>
    <message>
        <source>A regular expression of this silence does not compile</source>
        <translation>这条静默的一个正则表达式无效</translation>
    </message>
    <message>
        <source>A silence needs a duration</source>
        <translation>静默需要一个时长</translation>
    </message>
    <message>
        <source>A silence cannot end in the past, at %1</source>
        <translation>静默不能在过去的时间 %1 结束</translation>
    </message>
    <message>
        <source>It took effect, but is over</source>
        <translation>它已生效，但已结束</translation>
    </message>
    <message>
        <source>The server stored the silence differently from what was requested</source>
        <translation>服务器已接受静默，但保存的内容与请求不同</translation>
    </message>
    <message>
        <source>Outcome unknown: %1</source>
        <translation>不知道这是否已生效：%1</translation>
    </message>
    <message>
        <source>Outcome unknown.</source>
        <translation>不知道这是否已生效。</translation>
    </message>
    <message>
        <source>Outcome unknown: the silence was created but could not be checked: %1</source>
        <translation>不知道这是否已生效：静默已创建，但无法回读：%1</translation>
    </message>
    <message>
        <source>Outcome unknown: the silence is still active</source>
        <translation>不知道这是否已生效：静默仍在持续</translation>
    </message>
    <message>
        <source>It did not take effect</source>
        <translation>它没有生效</translation>
    </message>
    <message>
        <source>No member answers</source>
        <translation>没有成员回答</translation>
    </message>
    <message>
        <source>No member accepted the request</source>
        <translation>没有成员接受它</translation>
    </message>
    <message>
        <source>Only %1 of %2 members answered completely, so the outcome is unknown</source>
        <translation>%2 个成员中有 %1 个完整回答，因此无法判断它是否已生效</translation>
    </message>
    <message>
        <source>The member it was sent to does not answer, so the outcome is unknown</source>
        <translation>接收它的成员没有回答，因此无法判断它是否已生效</translation>
    </message>
    <message>
        <source>It could not be delivered before %1 and has expired.</source>
        <translation>在 %1 之前未能送达，不再重试。</translation>
    </message>
    <message>
        <source>%1 cannot do this</source>
        <translation>%1 无法执行此操作</translation>
    </message>
    <message>
        <source>This source cannot do this</source>
        <translation>此来源无法执行此操作</translation>
    </message>
    <message>
        <source>The source has nothing with that name: %1</source>
        <translation>来源中没有此名称：%1</translation>
    </message>
    <message>
        <source>there was nothing to undo</source>
        <translation>没有可撤回的内容</translation>
    </message>
    <message>
        <source>snoozed until %1</source>
        <translation>暂缓至 %1</translation>
    </message>
    <message>
        <source>assigned to %1</source>
        <translation>已分配给 %1</translation>
    </message>
    <message>
        <source>%1 is the name of more than one person: %2. Name one by id or e-mail address</source>
        <translation>名为 %1 的不止一人：%2。请用 ID 或电子邮件地址指明一人</translation>
    </message>
    <message>
        <source>This key belongs to the account and to nobody in it, and the source wants to know who acts: set user to the e-mail address of a user</source>
        <translation>此密钥属于帐户而不属于其中任何人，而来源要知道是谁在操作：请将 user 设为某位用户的电子邮件地址</translation>
    </message>
    <message>
        <source>A snooze there ends at %1 at the latest</source>
        <translation>那里的暂停最晚到 %1 结束</translation>
    </message>
    <message>
        <source>You have escalated it since, and the source does not say to which level. Look, and send it after all if need be</source>
        <translation>您此后已将其升级，而来源没有说明升到哪一级。请查看，必要时仍然发送</translation>
    </message>
    <message>
        <source>%1 is not shown among those who were asked for help</source>
        <translation>%1 不在被请求协助的人之中</translation>
    </message>
    <message>
        <source>%1 cannot be called off any more: the source says %2</source>
        <translation>已无法取消对 %1 的请求：来源说 %2</translation>
    </message>
    <message>
        <source>The incident that it was to be merged into, %1, is resolved</source>
        <translation>要并入的事件 %1 已解决</translation>
    </message>
    <message>
        <source>These two cannot be merged: only incidents with alerts, or made by hand, can be</source>
        <translation>这两者无法合并：只有含告警或手工建立的事件才可以</translation>
    </message>
    <message>
        <source>it holds, but the comment was not left as a note: %1</source>
        <translation>已生效，但评论未能留作备注：%1</translation>
    </message>
    <message>
        <source>it holds, but the comment was not left as a note</source>
        <translation>已生效，但评论未能留作备注</translation>
    </message>
    <message>
        <source>The source does not say of which service it is</source>
        <translation>来源没有说明属于哪个服务</translation>
    </message>
    <message>
        <source>no new incident is opened for %1 until %2, by %3; those that are open go on</source>
        <translation>由 %3 设置：直到 %2，%1 不再开启新事件；已开启的继续</translation>
    </message>
    <message>
        <source>no new incident is opened for %1 until %2; those that are open go on</source>
        <translation>直到 %2，%1 不再开启新事件；已开启的继续</translation>
    </message>
    <message>
        <source>No such person at the source: %1</source>
        <translation>来源中没有此人：%1</translation>
    </message>
    <message>
        <source>a newer action took its place before it was sent</source>
        <translation>发送前已被较新的操作取代</translation>
    </message>
    <message>
        <source>in place of an earlier one that was not sent</source>
        <translation>取代了尚未发送的较早操作</translation>
    </message>
    <message>
        <source>what it undoes was still queued and was discarded: nothing was sent</source>
        <translation>它要撤回的操作仍在队列中，已被丢弃：没有发送任何内容</translation>
    </message>
</context>
<context>
    <name>Ownership</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责方</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>生命周期</translation>
    </message>
    <message>
        <source>Runbooks</source>
        <translation>运行手册</translation>
    </message>
    <message>
        <source>On call</source>
        <translation>值班</translation>
    </message>
    <message>
        <source>14 days</source>
        <translation>14 天</translation>
    </message>
    <message>
        <source>Bus factor</source>
        <translation>巴士系数</translation>
    </message>
    <message>
        <source>An owner is named</source>
        <translation>已指定负责方</translation>
    </message>
    <message>
        <source>The owner is a known team</source>
        <translation>负责方是已知团队</translation>
    </message>
    <message>
        <source>The catalogs agree</source>
        <translation>各目录一致</translation>
    </message>
    <message>
        <source>A tier is named</source>
        <translation>已指定级别</translation>
    </message>
    <message>
        <source>A lifecycle is named</source>
        <translation>已指定生命周期</translation>
    </message>
    <message>
        <source>Every dependency is a known service</source>
        <translation>每个依赖都是已知服务</translation>
    </message>
    <message>
        <source>Every alert has a runbook</source>
        <translation>每个告警都有运行手册</translation>
    </message>
    <message>
        <source>Somebody is on call now</source>
        <translation>当前有人值班</translation>
    </message>
    <message>
        <source>Somebody is on call for the next 14 days</source>
        <translation>未来 14 天都有人值班</translation>
    </message>
    <message>
        <source>At least two people are called</source>
        <translation>至少呼叫两人</translation>
    </message>
    <message>
        <source>At least two people took its incidents</source>
        <translation>至少两人处理过其事件</translation>
    </message>
    <message>
        <source>passes</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>nobody from %1 to %2</source>
        <translation>%1 至 %2 无人</translation>
    </message>
    <message numerus="yes">
        <source>%n more gap(s)</source>
        <translation>
            <numerusform>另外 %n 个空档</numerusform>
        </translation>
    </message>
    <message>
        <source>not known after %1</source>
        <translation>%1 之后未知</translation>
    </message>
    <message>
        <source>Name an owner in the catalog or in config.yaml</source>
        <translation>在目录或 config.yaml 中指定负责方</translation>
    </message>
    <message>
        <source>Correct the name, or add the team to the catalog</source>
        <translation>更正名称，或将该团队加入目录</translation>
    </message>
    <message>
        <source>Make one of them right, or decide in config.yaml</source>
        <translation>更正其中之一，或在 config.yaml 中决定</translation>
    </message>
    <message>
        <source>Say how important it is: tier</source>
        <translation>说明其重要程度：tier</translation>
    </message>
    <message>
        <source>Say whether it is in production: lifecycle</source>
        <translation>说明是否投产：lifecycle</translation>
    </message>
    <message>
        <source>Correct these names, or add the services</source>
        <translation>更正这些名称，或添加这些服务</translation>
    </message>
    <message>
        <source>The history or the sources do not show all of its alerts</source>
        <translation>历史记录或来源未显示其全部告警</translation>
    </message>
    <message>
        <source>Write a runbook for these alerts</source>
        <translation>为这些告警编写运行手册</translation>
    </message>
    <message>
        <source>A source did not say all of who is on call</source>
        <translation>有来源未提供完整的值班信息</translation>
    </message>
    <message>
        <source>Fill the rota, or let a policy page for it</source>
        <translation>补全排班，或让某个策略负责呼叫</translation>
    </message>
    <message>
        <source>Add a second level to its policy</source>
        <translation>为其策略添加第二级</translation>
    </message>
    <message>
        <source>The local history is shorter than 90 days</source>
        <translation>本地历史不足 90 天</translation>
    </message>
    <message>
        <source>Let somebody else take its next incidents</source>
        <translation>让其他人处理其后续事件</translation>
    </message>
    <message numerus="yes">
        <source>%n service(s) without an owner that is known</source>
        <translation>
            <numerusform>%n 个服务没有已知负责方</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every service has an owner; %n service(s) have gaps on call</source>
        <translation>
            <numerusform>每个服务都有负责方；%n 个服务的值班有空档</numerusform>
        </translation>
    </message>
    <message>
        <source>Every service has an owner; some checks fail</source>
        <translation>每个服务都有负责方；部分检查未通过</translation>
    </message>
    <message>
        <source>Every service has an owner; not everything is known</source>
        <translation>每个服务都有负责方；并非全部已知</translation>
    </message>
    <message>
        <source>Every service passes every check</source>
        <translation>每个服务都通过所有检查</translation>
    </message>
    <message>
        <source>not up to date: %1</source>
        <translation>不是最新：%1</translation>
    </message>
    <message>
        <source>who is on call is not known: %1</source>
        <translation>不知道谁在值班：%1</translation>
    </message>
    <message>
        <source>there is no local history yet</source>
        <translation>还没有本地历史</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>已知</translation>
    </message>
    <message>
        <source>Depends</source>
        <translation>依赖</translation>
    </message>
    <message>
        <source>Two</source>
        <translation>两人</translation>
    </message>
    <message>
        <source>the local history begins at %1</source>
        <translation>本地历史始于 %1</translation>
    </message>
</context>
<context>
    <name>OwnershipPage</name>
    <message>
        <source>Ownership</source>
        <translation>归属</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>%1: %2</source>
        <comment>a name and its value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between the parts of a sentence</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>.</source>
        <comment>ends a sentence</comment>
        <translation>。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>one sentence after another</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day and month, as Qt writes date formats</comment>
        <translation>M月d日</translation>
    </message>
</context>
<context>
    <name>RotaPage</name>
    <message>
        <source>On call</source>
        <translation>值班</translation>
    </message>
</context>
<context>
    <name>RunbooksPage</name>
    <message>
        <source>Runbooks</source>
        <translation>运行手册</translation>
    </message>
</context>
<context>
    <name>SaveFile</name>
    <message>
        <source>Exported to %1.</source>
        <translation>已导出到 %1。</translation>
    </message>
    <message>
        <source>Could not write the file: %1.</source>
        <translation>无法写入文件：%1。</translation>
    </message>
</context>
<context>
    <name>ServicesPage</name>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>出错</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>降级</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>需留意</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>healthy, no open alerts</source>
        <translation>正常，没有未解决的告警</translation>
    </message>
    <message>
        <source>health unknown: no source is connected</source>
        <translation>健康状况未知：未连接来源</translation>
    </message>
    <message>
        <source>health unknown: %1 not up to date</source>
        <translation>健康状况未知：%1 的数据不是最新</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n open alert(s) since %2</source>
        <translation>
            <numerusform>%1，自 %2 起有 %n 条未解决的告警</numerusform>
        </translation>
    </message>
    <message>
        <source>; no source is up to date, so it may be worse</source>
        <translation>；所有来源的数据都不是最新，实际情况可能更糟</translation>
    </message>
    <message>
        <source>; may be worse: %1 not up to date</source>
        <translation>；实际可能更糟，%1 的数据不是最新</translation>
    </message>
    <message>
        <source>health unknown: no alert source is connected</source>
        <translation>健康状况未知：没有连接告警来源</translation>
    </message>
    <message>
        <source>health unknown: the alerts have not been read</source>
        <translation>健康状况未知：尚未读取告警</translation>
    </message>
    <message>
        <source>; may be worse: no alert source is connected</source>
        <translation>；可能更糟，没有连接告警来源</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>SeverityMark</name>
    <message>
        <source>Critical</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Firing</source>
        <translation>已触发</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>不通知</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>已暂缓</translation>
    </message>
</context>
<context>
    <name>SourceCard</name>
    <message>
        <source>Testing…</source>
        <translation>正在测试…</translation>
    </message>
    <message>
        <source>The test passed.</source>
        <translation>测试通过。</translation>
    </message>
    <message>
        <source>The test failed.</source>
        <translation>测试失败。</translation>
    </message>
</context>
<context>
    <name>TimeChart</name>
    <message>
        <source>now %1</source>
        <translation>当前 %1</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>另有 %1 条</translation>
    </message>
    <message>
        <source>threshold %1</source>
        <translation>阈值 %1</translation>
    </message>
    <message>
        <source>%1, no data</source>
        <translation>%1，无数据</translation>
    </message>
    <message>
        <source>max %1, now %2</source>
        <translation>最大 %1，当前 %2</translation>
    </message>
    <message>
        <source>last %1</source>
        <translation>最新值 %1</translation>
    </message>
</context>
<context>
    <name>Verb</name>
    <message>
        <source>acknowledgement</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Acknowledgement</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Acknowledge %1</source>
        <translation>确认 %1</translation>
    </message>
    <message>
        <source>silence</source>
        <translation>静默</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>静默</translation>
    </message>
    <message>
        <source>Silence %1</source>
        <translation>静默 %1</translation>
    </message>
    <message>
        <source>extension</source>
        <translation>延长</translation>
    </message>
    <message>
        <source>Silence extension</source>
        <translation>延长静默</translation>
    </message>
    <message>
        <source>Extend silence on %1</source>
        <translation>延长 %1 的静默</translation>
    </message>
    <message>
        <source>end of silence</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Silence end</source>
        <translation>结束静默</translation>
    </message>
    <message>
        <source>End silence on %1</source>
        <translation>结束 %1 的静默</translation>
    </message>
    <message>
        <source>un-acknowledgement</source>
        <translation>撤回确认</translation>
    </message>
    <message>
        <source>Acknowledgement end</source>
        <translation>撤回确认</translation>
    </message>
    <message>
        <source>Remove the acknowledgement of %1</source>
        <translation>撤回对 %1 的确认</translation>
    </message>
    <message>
        <source>snooze</source>
        <translation>暂缓</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>暂缓</translation>
    </message>
    <message>
        <source>Snooze %1</source>
        <translation>暂缓 %1</translation>
    </message>
    <message>
        <source>resolution</source>
        <translation>解决</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>解决</translation>
    </message>
    <message>
        <source>Resolve %1</source>
        <translation>解决 %1</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Note at the source</source>
        <translation>来源中的备注</translation>
    </message>
    <message>
        <source>Note on %1</source>
        <translation>%1 的备注</translation>
    </message>
    <message>
        <source>reassignment</source>
        <translation>重新分配</translation>
    </message>
    <message>
        <source>Reassignment</source>
        <translation>重新分配</translation>
    </message>
    <message>
        <source>Reassign %1</source>
        <translation>重新分配 %1</translation>
    </message>
    <message>
        <source>escalation</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>Escalate %1</source>
        <translation>升级 %1</translation>
    </message>
    <message>
        <source>call for help</source>
        <translation>求助</translation>
    </message>
    <message>
        <source>Call for help</source>
        <translation>求助</translation>
    </message>
    <message>
        <source>Call for help with %1</source>
        <translation>为 %1 求助</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Merge %1</source>
        <translation>合并 %1</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Set the priority of %1</source>
        <translation>设置 %1 的优先级</translation>
    </message>
    <message>
        <source>check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Check %1 now</source>
        <translation>立即检查 %1</translation>
    </message>
    <message>
        <source>call-off</source>
        <translation>取消求助</translation>
    </message>
    <message>
        <source>Call-off of help</source>
        <translation>取消求助</translation>
    </message>
    <message>
        <source>Call off help with %1</source>
        <translation>取消对 %1 的求助</translation>
    </message>
    <message>
        <source>maintenance</source>
        <translation>维护</translation>
    </message>
    <message>
        <source>Maintenance window</source>
        <translation>维护时段</translation>
    </message>
    <message>
        <source>Maintenance of the service of %1</source>
        <translation>%1 的服务维护</translation>
    </message>
</context>
<context>
    <name>WarningText</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>The source warns: %1</source>
        <translation>来源警告：%1</translation>
    </message>
</context>
<context>
    <name>quarterdeck::ActSheet</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>quarterdeck::AlertHead</name>
    <message>
        <source>Runbook</source>
        <translation>运行手册</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>静默</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>仍要发送</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>resolved %1, firing since %2</source>
        <translation>已于 %1 解决（自 %2 起触发）</translation>
    </message>
    <message>
        <source>firing since %1, last seen %2</source>
        <translation>自 %1 起触发，最后一次出现于 %2</translation>
    </message>
    <message>
        <source>firing since %1</source>
        <translation>自 %1 起持续触发</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>确认人：%1</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>team not in any catalog</source>
        <translation>服务目录中没有此团队</translation>
    </message>
    <message>
        <source>from the alert&apos;s label</source>
        <translation>依据告警自身的标签</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>未指定负责人</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>tier %1</source>
        <translation>%1 级服务</translation>
    </message>
    <message>
        <source>Affects</source>
        <translation>影响</translation>
    </message>
    <message>
        <source>no known dependents</source>
        <translation>没有已知的服务依赖它</translation>
    </message>
    <message>
        <source>depend on %1</source>
        <translation>依赖 %1</translation>
    </message>
    <message>
        <source>Select an alert to see its details.</source>
        <translation>选择一条告警，查看与它有关的已知信息。</translation>
    </message>
    <message>
        <source>No alerts listed. Details of the selected alert appear here.</source>
        <translation>没有列出任何告警。有告警时，其详情会显示在这里。</translation>
    </message>
    <message>
        <source>Quiet by</source>
        <translation>不通知的原因</translation>
    </message>
    <message>
        <source>silence %1</source>
        <translation>静默 %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Also reported by</source>
        <translation>同时报告者</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>已分配给</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>与 %1</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
</context>
<context>
    <name>quarterdeck::AlertList</name>
    <message>
        <source>Alerts</source>
        <translation>告警</translation>
    </message>
</context>
<context>
    <name>quarterdeck::AlertModel</name>
    <message>
        <source>Severity</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>已持续</translation>
    </message>
</context>
<context>
    <name>quarterdeck::AlertRow</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
</context>
<context>
    <name>quarterdeck::BackendListModel</name>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>身份验证</translation>
    </message>
    <message>
        <source>Data status</source>
        <translation>数据时效</translation>
    </message>
</context>
<context>
    <name>quarterdeck::BarColumns</name>
    <message>
        <source>forecast: %1</source>
        <translation>预测：%1</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>柱形图</translation>
    </message>
    <message>
        <source>%1, no data</source>
        <translation>%1，无数据</translation>
    </message>
    <message>
        <source>%1, max %2, last %3</source>
        <translation>%1，最大 %2，最新值 %3</translation>
    </message>
    <message>
        <source>Values of %1</source>
        <translation>%1 的数值</translation>
    </message>
</context>
<context>
    <name>quarterdeck::ChartColumn</name>
    <message>
        <source>%1 fired</source>
        <translation>%1 已触发</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>变更：%1</translation>
    </message>
</context>
<context>
    <name>quarterdeck::Chip</name>
    <message>
        <source>no open alerts</source>
        <translation>没有未解决的告警</translation>
    </message>
    <message>
        <source>unknown: its sources are not up to date</source>
        <translation>未知，其来源的数据不是最新</translation>
    </message>
</context>
<context>
    <name>quarterdeck::CodeBlockView</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy code block %1</source>
        <translation>复制代码块 %1</translation>
    </message>
    <message>
        <source>Code block %1</source>
        <translation>代码块 %1</translation>
    </message>
    <message>
        <source>This command makes changes. Read it again before you run it.</source>
        <translation>此命令会做出更改。运行前请再看一遍。</translation>
    </message>
    <message>
        <source>Not filled in because a shell would interpret the value: %1.</source>
        <translation>未填入，因为 shell 会解释该值：%1。</translation>
    </message>
    <message>
        <source>Fill in before use: %1.</source>
        <translation>使用前请填写：%1。</translation>
    </message>
</context>
<context>
    <name>quarterdeck::CommandPalette</name>
    <message>
        <source>Go to a page, service, alert or runbook, or run an action…</source>
        <translation>转到页面、服务、告警或运行手册，或执行操作…</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>No results.</source>
        <translation>没有结果。</translation>
    </message>
</context>
<context>
    <name>quarterdeck::ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>quarterdeck::ConfirmSheet</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>quarterdeck::Desktop</name>
    <message>
        <source>Quarterdeck is already running; its window is now in front.</source>
        <translation>Quarterdeck 已在运行；其窗口已移到最前。</translation>
    </message>
    <message>
        <source>Acknowledging %1</source>
        <translation>正在确认 %1</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>This context is read-only: you cannot acknowledge or silence alerts here.</source>
        <translation>当前上下文为只读：无法在这里确认或静默告警。</translation>
    </message>
    <message>
        <source>Certificates are not verified for %1. Anyone on the network path can read and change what you see.</source>
        <translation>以下来源的证书未经验证：%1。中间人可以窃听并篡改您看到的内容。</translation>
    </message>
    <message>
        <source>The demo opens in its own window.</source>
        <translation>演示会在单独的窗口中打开。</translation>
    </message>
    <message>
        <source>The demo creates sample data and only writes to an empty folder. This one is not empty:</source>
        <translation>演示会虚构一家公司，不会将其混入已有内容的文件夹：</translation>
    </message>
    <message>
        <source>The desktop refuses notifications, so new alerts are announced only here: %1</source>
        <translation>桌面拒绝通知，新告警只在此处提示：%1</translation>
    </message>
    <message>
        <source>The alert has resolved; nothing was acknowledged.</source>
        <translation>告警已结束，未作任何确认。</translation>
    </message>
    <message>
        <source>%1 no longer needs an acknowledgement.</source>
        <translation>%1 已无需确认。</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of the configuration are ignored, and what they define is not watched. %1</source>
        <translation>
            <numerusform>配置中有 %n 个部分被忽略，其中的内容无人监视。%1</numerusform>
        </translation>
    </message>
    <message>
        <source>The source %1 was added.</source>
        <translation>已添加来源 %1。</translation>
    </message>
    <message>
        <source>The source %1 was changed.</source>
        <translation>已更改来源 %1。</translation>
    </message>
    <message>
        <source>The source %1 was removed.</source>
        <translation>已移除来源 %1。</translation>
    </message>
    <message>
        <source>Configuration reloaded.</source>
        <translation>已重新读取配置。</translation>
    </message>
    <message>
        <source>Undone: the source %1 is no longer added.</source>
        <translation>已撤销：来源 %1 不再被添加。</translation>
    </message>
    <message>
        <source>Undone: the source %1 is as it was before the change.</source>
        <translation>已撤销：来源 %1 恢复到更改之前。</translation>
    </message>
    <message>
        <source>Undone: the source %1 is back.</source>
        <translation>已撤销：来源 %1 已恢复。</translation>
    </message>
</context>
<context>
    <name>quarterdeck::DetailChart</name>
    <message>
        <source>Metric around the start</source>
        <translation>告警开始前后的指标</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>Cannot read the alert rule: %1</source>
        <translation>无法读取此告警的规则：%1</translation>
    </message>
    <message>
        <source>No metric source has the rule for this alert.</source>
        <translation>没有指标来源包含此告警的规则。</translation>
    </message>
    <message>
        <source>No values: %1</source>
        <translation>没有数值：%1</translation>
    </message>
    <message>
        <source>No values in this range.</source>
        <translation>此范围内没有数值。</translation>
    </message>
    <message>
        <source>fires when %1 %2</source>
        <translation>触发条件：%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>4 of %n series</source>
        <translation>
            <numerusform>%n 条序列中的 4 条</numerusform>
        </translation>
    </message>
    <message>
        <source>cached at %1</source>
        <translation>来自缓存（%1）</translation>
    </message>
    <message>
        <source>cached</source>
        <translation>来自缓存</translation>
    </message>
    <message>
        <source>incomplete: %1</source>
        <translation>不完整：%1</translation>
    </message>
</context>
<context>
    <name>quarterdeck::DetailLogs</name>
    <message>
        <source>Logs around the start</source>
        <translation>告警开始前后的日志</translation>
    </message>
    <message>
        <source>Log lines around the start</source>
        <translation>告警开始前后的日志行</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>This alert has no service label, so its log lines cannot be found.</source>
        <translation>此告警没有标明服务，因此找不到它的日志行。</translation>
    </message>
    <message>
        <source>No log lines: %1</source>
        <translation>没有日志行：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n 个错误</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>cached</source>
        <translation>来自缓存</translation>
    </message>
    <message>
        <source>Earlier lines</source>
        <translation>更早的行</translation>
    </message>
    <message>
        <source>Later lines</source>
        <translation>更晚的行</translation>
    </message>
    <message>
        <source>Logs of %1 around the start</source>
        <translation>%1 在开始前后的日志</translation>
    </message>
    <message>
        <source>No log lines for this service in these minutes.</source>
        <translation>这几分钟内没有该服务的日志行。</translation>
    </message>
    <message>
        <source>incomplete: %1</source>
        <translation>不完整：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) nearest to the start</source>
        <translation>
            <numerusform>最接近开始时间的 %n 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::DetailPane</name>
    <message>
        <source>Alert details</source>
        <translation>告警详情</translation>
    </message>
</context>
<context>
    <name>quarterdeck::DutyListModel</name>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一位</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>quarterdeck::DutyWords</name>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>not before %1</source>
        <translation>不早于 %1</translation>
    </message>
</context>
<context>
    <name>quarterdeck::ExplainPanel</name>
    <message>
        <source>About these figures</source>
        <translation>指标说明</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Definition: %1. Export key: %2.</source>
        <translation>定义出自：%1。导出文件中的键：%2。</translation>
    </message>
    <message>
        <source>Incidents behind these figures</source>
        <translation>这些数字背后的事件</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Acknowledged after</source>
        <translation>确认用时</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>持续时间</translation>
    </message>
    <message>
        <source>Worked value: %1</source>
        <translation>算例：%1</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未结束</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln incident(s) behind these figures</source>
        <translation>
            <numerusform>这些数字背后 %Ln 个事件中的 %1 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incident(s) behind these figures</source>
        <translation>
            <numerusform>这些数字背后的 %Ln 个事件</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot read the incidents: %1</source>
        <translation>无法读取事件：%1</translation>
    </message>
</context>
<context>
    <name>quarterdeck::Explanation</name>
    <message>
        <source>Based on the incidents created %1.</source>
        <translation>依据：产生于 %1 的事件。</translation>
    </message>
    <message numerus="yes">
        <source>Based on %Ln incident(s) created %1.</source>
        <translation>
            <numerusform>依据：%Ln 个事件，产生于 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Rule: %1.</source>
        <translation>规则：%1。</translation>
    </message>
    <message>
        <source>Scope: %1.</source>
        <translation>范围：%1。</translation>
    </message>
    <message>
        <source>Times are in each responder&apos;s time zone, otherwise %1.</source>
        <translation>时段以各响应人的时区为准，否则以 %1 为准。</translation>
    </message>
    <message>
        <source>Source: alerts recorded by Quarterdeck from connected sources.</source>
        <translation>来源：Quarterdeck 从已连接的告警来源记录的触发。</translation>
    </message>
    <message>
        <source>Responders or notifications are estimates.</source>
        <translation>响应人或通知是估算的。</translation>
    </message>
</context>
<context>
    <name>quarterdeck::ExtendDialog</name>
    <message>
        <source>Extend</source>
        <translation>延长到该时间</translation>
    </message>
    <message>
        <source>Extend silence</source>
        <translation>延长静默</translation>
    </message>
    <message numerus="yes">
        <source>Extend %n silence(s)</source>
        <translation>
            <numerusform>延长 %n 个静默</numerusform>
        </translation>
    </message>
    <message>
        <source>It currently ends at %1.</source>
        <translation>它现在于 %1 结束。</translation>
    </message>
    <message>
        <source>Each is extended from its own end.</source>
        <translation>各自从其结束时间算起。</translation>
    </message>
    <message>
        <source>Until, such as 23:51</source>
        <translation>截止时间，例如 23:51</translation>
    </message>
    <message>
        <source>until, such as 23:51</source>
        <translation>截止时间，例如 23:51</translation>
    </message>
    <message>
        <source>%1: until %2</source>
        <translation>%1：到 %2</translation>
    </message>
    <message>
        <source>Use a format like 23:51 or 2026-11-21 07:00</source>
        <translation>请写成 23:51 或 2026-11-21 07:00</translation>
    </message>
    <message>
        <source>This is not later than its current end</source>
        <translation>这并不晚于它现在的结束时间</translation>
    </message>
    <message>
        <source>now until %1</source>
        <translation>延长到 %1</translation>
    </message>
    <message>
        <source>Choose at least one.</source>
        <translation>请至少选择一项。</translation>
    </message>
    <message>
        <source>When it ends is not known here: it is extended from its own end.</source>
        <translation>此处不知道其结束时间：将从其自身的结束时间起延长。</translation>
    </message>
</context>
<context>
    <name>quarterdeck::FacetMenu</name>
    <message>
        <source>Ctrl+click leaves a value out</source>
        <translation>按住 Ctrl 点击可排除该值</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n value(s))</source>
        <translation>
            <numerusform>%1（%n 个值）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n alert(s))</source>
        <translation>
            <numerusform>%1（%n 个告警）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more, less frequent</source>
        <translation>
            <numerusform>另有 %n 个较少见的</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::FactLabel</name>
    <message>
        <source>%1: %2, from %3</source>
        <translation>%1：%2，出自 %3</translation>
    </message>
</context>
<context>
    <name>quarterdeck::FactsView</name>
    <message>
        <source>Annotations</source>
        <translation>注解</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
</context>
<context>
    <name>quarterdeck::FairnessCard</name>
    <message>
        <source>Fairness</source>
        <translation>公平性</translation>
    </message>
    <message>
        <source>Load by person: you, the team median and range</source>
        <translation>人员负荷：您本人、团队中位数和范围</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Interruptions</source>
        <translation>打扰</translation>
    </message>
    <message>
        <source>Sleep</source>
        <translation>睡眠时段</translation>
    </message>
    <message>
        <source>Time engaged</source>
        <translation>处理时间</translation>
    </message>
    <message>
        <source>you</source>
        <translation>您</translation>
    </message>
    <message>
        <source>team median</source>
        <translation>团队中位数</translation>
    </message>
    <message>
        <source>team range</source>
        <translation>团队范围</translation>
    </message>
    <message>
        <source>No responder recorded in this time range.</source>
        <translation>此时间段内没有记录响应人。</translation>
    </message>
    <message>
        <source>Team figures are hidden: with fewer than three people they would identify individuals.</source>
        <translation>不足三人时不显示团队数据，以免暴露个人数据。</translation>
    </message>
    <message>
        <source>Individual figures are visible only to the person concerned.</source>
        <translation>个人的数字只显示给本人。</translation>
    </message>
    <message>
        <source>interruptions per person, not per hour on call; Gini %1</source>
        <translation>按每人打扰次数计算，而非按每值班小时；基尼系数 %1</translation>
    </message>
</context>
<context>
    <name>quarterdeck::FilterBar</name>
    <message>
        <source>service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>alertname</source>
        <translation>alertname</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>severity, age</source>
        <translation>级别、时长</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>oldest first</source>
        <translation>最早在前</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Group by: %1</source>
        <translation>分组：%1</translation>
    </message>
    <message>
        <source>Sort by: %1</source>
        <translation>排序：%1</translation>
    </message>
    <message>
        <source>Filter: words, is:open, severity:critical, @age&gt;1h, label=value, -exclude</source>
        <translation>筛选：关键词、is:open、severity:critical、@age&gt;1h、label=value、-排除词</translation>
    </message>
    <message>
        <source>Facets</source>
        <translation>分面</translation>
    </message>
</context>
<context>
    <name>quarterdeck::FilterCompleter</name>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n alert(s))</source>
        <translation>
            <numerusform>%1（%n 个告警）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::FreshnessLabel</name>
    <message>
        <source>%1, no data yet</source>
        <translation>%1，尚无数据</translation>
    </message>
    <message>
        <source>stale since %1</source>
        <translation>自 %1 起未更新</translation>
    </message>
    <message>
        <source>stale since %1 – %2</source>
        <translation>自 %1 起未更新 – %2</translation>
    </message>
    <message>
        <source> (certificate not verified)</source>
        <translation>（证书未验证）</translation>
    </message>
    <message>
        <source>Source %1: %2</source>
        <translation>来源 %1：%2</translation>
    </message>
    <message>
        <source>up to date, %1 ago</source>
        <translation>最新，%1前</translation>
    </message>
</context>
<context>
    <name>quarterdeck::GroupView</name>
    <message>
        <source>In this group</source>
        <translation>分组内容</translation>
    </message>
    <message>
        <source>What actions apply to</source>
        <translation>操作的对象</translation>
    </message>
    <message>
        <source>Common labels</source>
        <translation>共有的标签</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message numerus="yes">
        <source>%Ln alert(s)</source>
        <translation>
            <numerusform>%Ln 条告警</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1，自 %2 起</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>最早</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>without a service</source>
        <translation>无服务</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Data status</source>
        <translation>数据时效</translation>
    </message>
    <message numerus="yes">
        <source>%Ln stale: their source is not up to date</source>
        <translation>
            <numerusform>%Ln 条未更新：其来源的数据不是最新</numerusform>
        </translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>no label in common</source>
        <translation>没有全部相同的标签</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>已标记</translation>
    </message>
    <message numerus="yes">
        <source>%Ln alert(s): actions apply to these, not to the group</source>
        <translation>
            <numerusform>%Ln 条告警：所有操作都针对它们，而不是此分组</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>they are resolved</source>
        <translation>它们已解决</translation>
    </message>
    <message numerus="yes">
        <source>%Ln alert(s), offered as one silence</source>
        <translation>
            <numerusform>%Ln 条告警，合并为一条静默</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln alert(s), one by one</source>
        <translation>
            <numerusform>%Ln 条告警，逐条进行</numerusform>
        </translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>静默</translation>
    </message>
    <message numerus="yes">
        <source>%Ln open alert(s) at %1</source>
        <translation>
            <numerusform>%1 的 %Ln 条未解决告警</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln elsewhere unaffected</source>
        <translation>
            <numerusform>别处的 %Ln 条保持不变</numerusform>
        </translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>one alert at a time; select it first</source>
        <translation>一次只能为一条告警添加：请先选择</translation>
    </message>
    <message>
        <source>Runbook</source>
        <translation>运行手册</translation>
    </message>
    <message>
        <source>of the first alert</source>
        <translation>其中第一条的</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>发件箱</translation>
    </message>
    <message>
        <source>nothing: all are acknowledged, being sent or in conflict</source>
        <translation>无：全部已确认、正在处理或有冲突</translation>
    </message>
</context>
<context>
    <name>quarterdeck::HandoverDialog</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>Shift that ends</source>
        <translation>即将结束的班次</translation>
    </message>
    <message numerus="yes">
        <source>The last %n hour(s)</source>
        <translation>
            <numerusform>最近 %n 小时</numerusform>
        </translation>
    </message>
    <message>
        <source>Text of the hand-over</source>
        <translation>交接内容</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Hand-over copied.</source>
        <translation>交接内容已复制。</translation>
    </message>
    <message>
        <source>What the next shift has to know</source>
        <translation>下一班需要知道的事</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>%1 is not up to date: %2</source>
        <translation>%1 不是最新状态：%2</translation>
    </message>
    <message>
        <source>Who is on call is not known: %1</source>
        <translation>不知道谁在值班：%1</translation>
    </message>
    <message>
        <source>%1: who is on call there is not known or not up to date: %2</source>
        <translation>%1：值班信息未知或不是最新：%2</translation>
    </message>
    <message>
        <source>Times are UTC. Change what you like before you copy it.</source>
        <translation>时间为 UTC。复制前可以修改内容。</translation>
    </message>
    <message>
        <source>Something may be missing: %1</source>
        <translation>内容可能不完整：%1</translation>
    </message>
    <message>
        <source>The hand-over cannot be written: %1</source>
        <translation>无法生成交接内容：%1</translation>
    </message>
    <message>
        <source>Save the hand-over</source>
        <translation>保存交接内容</translation>
    </message>
</context>
<context>
    <name>quarterdeck::HelpOverlay</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Available shortcuts</source>
        <translation>当前可用的快捷键</translation>
    </message>
</context>
<context>
    <name>quarterdeck::HistogramBar</name>
    <message numerus="yes">
        <source>at least %n line(s)</source>
        <translation>
            <numerusform>至少 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Log lines over time: %1, %2</source>
        <translation>日志行随时间的分布：%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n 个错误</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>未读取</translation>
    </message>
</context>
<context>
    <name>quarterdeck::InboxActions</name>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Silence…</source>
        <translation>静默…</translation>
    </message>
    <message>
        <source>Open runbook</source>
        <translation>打开运行手册</translation>
    </message>
    <message>
        <source>Add a note…</source>
        <translation>添加备注…</translation>
    </message>
    <message>
        <source>Open service</source>
        <translation>打开服务</translation>
    </message>
    <message>
        <source>End silence…</source>
        <translation>结束静默…</translation>
    </message>
    <message>
        <source>Open in source</source>
        <translation>在来源中打开</translation>
    </message>
    <message>
        <source>Copy alert</source>
        <translation>复制告警</translation>
    </message>
    <message>
        <source>Undo last action</source>
        <translation>撤销上一个操作</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Mark all or none</source>
        <translation>全部标记或全不标记</translation>
    </message>
    <message>
        <source>Collapse group</source>
        <translation>折叠分组</translation>
    </message>
    <message>
        <source>Expand group</source>
        <translation>展开分组</translation>
    </message>
    <message>
        <source>Open, or collapse/expand</source>
        <translation>打开，或折叠和展开</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Search and filter</source>
        <translation>搜索和筛选</translation>
    </message>
    <message>
        <source>Show new alerts</source>
        <translation>显示新告警</translation>
    </message>
    <message>
        <source>Show outbox</source>
        <translation>显示发件箱</translation>
    </message>
    <message>
        <source>Change grouping</source>
        <translation>更换分组方式</translation>
    </message>
    <message>
        <source>Change sorting</source>
        <translation>更换排序方式</translation>
    </message>
    <message>
        <source>Refresh all sources</source>
        <translation>刷新所有来源</translation>
    </message>
    <message>
        <source>Extend silence by an hour</source>
        <translation>静默延长一小时</translation>
    </message>
    <message>
        <source>Extend silence…</source>
        <translation>延长静默…</translation>
    </message>
    <message>
        <source>Remove acknowledgement</source>
        <translation>撤回确认</translation>
    </message>
    <message>
        <source>Snooze…</source>
        <translation>暂缓…</translation>
    </message>
    <message>
        <source>Resolve…</source>
        <translation>解决…</translation>
    </message>
    <message>
        <source>Reassign…</source>
        <translation>重新分配…</translation>
    </message>
    <message>
        <source>Escalate…</source>
        <translation>升级…</translation>
    </message>
    <message>
        <source>Call for help…</source>
        <translation>求助…</translation>
    </message>
    <message>
        <source>Merge marked alerts…</source>
        <translation>合并已标记项…</translation>
    </message>
    <message>
        <source>Set priority…</source>
        <translation>设置优先级…</translation>
    </message>
    <message>
        <source>Note at the source…</source>
        <translation>在来源中备注…</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Show marked alerts as one incident</source>
        <translation>将已标记项显示为一个事件</translation>
    </message>
    <message>
        <source>Show joined alerts separately</source>
        <translation>将合并项分开显示</translation>
    </message>
    <message>
        <source>Call off help…</source>
        <translation>取消求助…</translation>
    </message>
    <message>
        <source>Maintenance of the service…</source>
        <translation>服务维护…</translation>
    </message>
</context>
<context>
    <name>quarterdeck::InboxController</name>
    <message>
        <source>Select an alert to acknowledge.</source>
        <translation>请先选择要确认的告警。</translation>
    </message>
    <message>
        <source>Nothing to acknowledge: already resolved, acknowledged or being sent.</source>
        <translation>没有可确认的告警：已解决、已确认，或正在发送确认。</translation>
    </message>
    <message>
        <source>Acknowledgement of %1 queued.</source>
        <translation>已将 %1 的确认加入队列。</translation>
    </message>
    <message numerus="yes">
        <source>%n acknowledgement(s) queued.</source>
        <translation>
            <numerusform>已将 %n 条确认加入队列。</numerusform>
        </translation>
    </message>
    <message>
        <source>Select an open alert to silence.</source>
        <translation>请先选择要静默的未解决告警。</translation>
    </message>
    <message numerus="yes">
        <source>Silence for %1 queued; it will hide %n alert(s).</source>
        <translation>
            <numerusform>时长 %1 的静默已加入队列；目前会隐藏 %n 条告警。</numerusform>
        </translation>
    </message>
    <message>
        <source>No silence to extend.</source>
        <translation>没有可延长的静默。</translation>
    </message>
    <message>
        <source>This alert is not silenced.</source>
        <translation>此告警未被静默。</translation>
    </message>
    <message numerus="yes">
        <source>End %n silence(s)?</source>
        <translation>
            <numerusform>结束 %n 条静默？</numerusform>
        </translation>
    </message>
    <message>
        <source>End silence</source>
        <translation>结束静默</translation>
    </message>
    <message numerus="yes">
        <source>End of %n silence(s) queued.</source>
        <translation>
            <numerusform>已将结束 %n 条静默加入队列。</numerusform>
        </translation>
    </message>
    <message>
        <source>A note belongs to one alert. Select it first.</source>
        <translation>备注属于单条告警：请先选择一条。</translation>
    </message>
    <message>
        <source>Note on %1 saved.</source>
        <translation>已保存 %1 的备注。</translation>
    </message>
    <message>
        <source>Select an alert first.</source>
        <translation>请先选择一条告警。</translation>
    </message>
    <message>
        <source>No runbook for %1. Add a file with that name to the runbook folder.</source>
        <translation>%1 没有运行手册。在运行手册文件夹中放一个同名文件即可。</translation>
    </message>
    <message>
        <source>The source provides no link for this.</source>
        <translation>来源没有提供链接。</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) copied.</source>
        <translation>
            <numerusform>已复制 %n 条告警。</numerusform>
        </translation>
    </message>
    <message>
        <source>This alert has no service.</source>
        <translation>此告警没有标明服务。</translation>
    </message>
    <message>
        <source>%1 queued again.</source>
        <translation>%1 已重新加入队列。</translation>
    </message>
    <message>
        <source>Discarded: nothing was sent.</source>
        <translation>已放弃：没有发送任何内容。</translation>
    </message>
    <message>
        <source>Already sent.</source>
        <translation>已经发送。</translation>
    </message>
    <message>
        <source>That silence has ended. Create a new one instead of extending it.</source>
        <translation>该静默已结束。请重新静默，而不是延长它。</translation>
    </message>
    <message>
        <source>Extension queued: now until %1.</source>
        <translation>延长已排队：将延长到 %1。</translation>
    </message>
    <message numerus="yes">
        <source>Extension of %n silence(s) queued.</source>
        <translation>
            <numerusform>%n 个静默的延长已排队。</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out, because they are read-only: %L1</source>
        <translation>因只能读取而略去：%L1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln alert(s)</source>
        <translation>
            <numerusform>%Ln 条告警</numerusform>
        </translation>
    </message>
    <message>
        <source>Each is sent separately:</source>
        <translation>逐条发送：</translation>
    </message>
    <message>
        <source>In the context %1, each separately:</source>
        <translation>在上下文 %1 中，逐条发送：</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>What it hides can page again immediately:</source>
        <translation>它隐藏的告警会立即重新呼叫：</translation>
    </message>
    <message>
        <source>What they hide can page again immediately:</source>
        <translation>它们隐藏的告警会立即重新呼叫：</translation>
    </message>
    <message>
        <source>Silence, still queued</source>
        <translation>静默，仍在队列中</translation>
    </message>
</context>
<context>
    <name>quarterdeck::InboxHerald</name>
    <message numerus="yes">
        <source>%Ln new critical alert(s) in many services</source>
        <translation>
            <numerusform>多个服务共有 %Ln 条新的严重告警</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new critical alert(s)</source>
        <translation>
            <numerusform>%Ln 条新的严重告警</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%2 上的 %1</translation>
    </message>
    <message>
        <source>New critical alert</source>
        <translation>新的严重告警</translation>
    </message>
    <message numerus="yes">
        <source>%Ln alert(s)</source>
        <translation>
            <numerusform>%Ln 条告警</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is marked.</source>
        <translation>没有标记任何告警。</translation>
    </message>
</context>
<context>
    <name>quarterdeck::InboxPage</name>
    <message numerus="yes">
        <source>Acknowledge %n marked</source>
        <translation>
            <numerusform>确认已标记的 %n 条告警</numerusform>
        </translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认告警</translation>
    </message>
    <message>
        <source>That alert is no longer listed.</source>
        <translation>该告警已不在列表中。</translation>
    </message>
    <message>
        <source>Filter cleared to show that alert.</source>
        <translation>已清除筛选以显示该告警。</translation>
    </message>
    <message>
        <source>No alert matches the filter.</source>
        <translation>没有符合筛选条件的告警。</translation>
    </message>
</context>
<context>
    <name>quarterdeck::IncidentJoins</name>
    <message>
        <source>First mark the open alerts that are one incident.</source>
        <translation>请先标记属于同一事件的未解决告警。</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) are shown as one incident.</source>
        <translation>
            <numerusform>%n 个告警显示为一个事件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) are separate again.</source>
        <translation>
            <numerusform>%n 个告警重新单独显示。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>已撤销。</translation>
    </message>
</context>
<context>
    <name>quarterdeck::InputRow</name>
    <message>
        <source>Enter saves, Esc cancels</source>
        <translation>Enter 保存，Esc 取消</translation>
    </message>
</context>
<context>
    <name>quarterdeck::LegendWords</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation>%1，已隐藏</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>时间序列</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
</context>
<context>
    <name>quarterdeck::LibraryPane</name>
    <message>
        <source>Filter by title, service or alert</source>
        <translation>按标题、服务或告警筛选</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>执行记录</translation>
    </message>
    <message>
        <source>No runbook runs yet. Press o on an alert to start one.</source>
        <translation>还没有人执行过运行手册。在告警上按 o 即可开始。</translation>
    </message>
    <message>
        <source>Filter runbooks</source>
        <translation>筛选运行手册</translation>
    </message>
    <message>
        <source>Runbooks</source>
        <translation>运行手册</translation>
    </message>
    <message>
        <source>Runs of runbooks, newest first</source>
        <translation>运行手册的执行记录，最新在前</translation>
    </message>
    <message>
        <source>Cannot read runs: %1</source>
        <translation>无法读取执行记录：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n runbook(s)</source>
        <translation>
            <numerusform>%n 份运行手册</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runbook(s) overdue for review</source>
        <translation>
            <numerusform>%n 份运行手册已逾期未复审</numerusform>
        </translation>
    </message>
    <message>
        <source>No runbook matches the filter.</source>
        <translation>没有运行手册符合筛选条件。</translation>
    </message>
    <message>
        <source>Press Esc to clear it.</source>
        <translation>按 Esc 清除。</translation>
    </message>
    <message>
        <source>No runbooks yet.</source>
        <translation>还没有运行手册。</translation>
    </message>
    <message>
        <source>List folders of Markdown files under runbooks: in config.yaml. A file with an alert&apos;s name is offered from that alert.</source>
        <translation>请在 config.yaml 的 runbooks: 下列出存放 Markdown 文件的文件夹。文件与告警同名时，可从该告警直接打开。</translation>
    </message>
</context>
<context>
    <name>quarterdeck::LoadPage</name>
    <message>
        <source>Interruptions per week</source>
        <translation>每周打扰次数</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>负荷</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>4 weeks</source>
        <translation>4 周</translation>
    </message>
    <message>
        <source>13 weeks</source>
        <translation>13 周</translation>
    </message>
    <message>
        <source>Time range: %1</source>
        <translation>时间范围：%1</translation>
    </message>
    <message>
        <source>All teams</source>
        <translation>所有团队</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>所有服务</translation>
    </message>
    <message>
        <source>Incidents by alert rule</source>
        <translation>按告警规则统计的事件</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Sleep</source>
        <translation>睡眠时段</translation>
    </message>
    <message>
        <source>Self-resolved</source>
        <translation>自动恢复</translation>
    </message>
    <message>
        <source>&lt; 5 min</source>
        <translation>&lt; 5 分钟</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>再次出现</translation>
    </message>
    <message>
        <source>Top contributors</source>
        <translation>负荷构成</translation>
    </message>
    <message>
        <source>by alert rule</source>
        <translation>按告警规则</translation>
    </message>
    <message>
        <source>Load of 7 days</source>
        <translation>7 天的负荷</translation>
    </message>
    <message>
        <source>Load of 4 weeks</source>
        <translation>4 周的负荷</translation>
    </message>
    <message>
        <source>Load of 13 weeks</source>
        <translation>13 周的负荷</translation>
    </message>
    <message>
        <source>Show the weeks as a table</source>
        <translation>以表格显示各周</translation>
    </message>
    <message>
        <source>The history cannot be read.</source>
        <translation>无法读取历史。</translation>
    </message>
    <message>
        <source>Operational load</source>
        <translation>运维负荷</translation>
    </message>
    <message>
        <source>No incidents recorded yet.</source>
        <translation>尚未记录任何事件。</translation>
    </message>
    <message>
        <source>Quarterdeck counts alerts only while it runs. Allow about a week before relying on these figures.</source>
        <translation>Quarterdeck 只统计运行期间触发的告警，大约一周后数据才有参考意义。</translation>
    </message>
    <message>
        <source>business</source>
        <translation>工作时段</translation>
    </message>
    <message>
        <source>off hours</source>
        <translation>非工作时段</translation>
    </message>
    <message>
        <source>sleep</source>
        <translation>睡眠时段</translation>
    </message>
    <message>
        <source>week of %1, incomplete</source>
        <translation>%1 当周，不完整</translation>
    </message>
    <message>
        <source>week of %1</source>
        <translation>%1 当周</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Interruptions per week. %1</source>
        <translation>每周打扰次数。%1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a range of days and its name</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>quarterdeck::LoadTiles</name>
    <message>
        <source>p90 %1 · mean %2 · n %3</source>
        <translation>p90 %1 · 平均 %2 · n %3</translation>
    </message>
    <message>
        <source> · %1 open</source>
        <translation> · %1 未解决</translation>
    </message>
    <message>
        <source> · %1 excluded (clock skew)</source>
        <translation> · %1 个因时钟偏差未计入</translation>
    </message>
    <message>
        <source>Interruptions</source>
        <translation>打扰</translation>
    </message>
    <message>
        <source>%1 business · %2 off-hours · %3 sleep</source>
        <translation>%1 工作时段 · %2 非工作时段 · %3 睡眠时段</translation>
    </message>
    <message>
        <source>Peak per 12-hour shift</source>
        <translation>每 12 小时班次最多</translation>
    </message>
    <message>
        <source>no shifts with incidents</source>
        <translation>没有班次出现事件</translation>
    </message>
    <message>
        <source>Time to acknowledge, median</source>
        <translation>确认用时（中位数）</translation>
    </message>
    <message>
        <source>Time to resolve, median</source>
        <translation>解决用时（中位数）</translation>
    </message>
    <message>
        <source>Transient alerts</source>
        <translation>瞬时告警（噪声）</translation>
    </message>
    <message>
        <source>%1 self-resolved · %2 repeated</source>
        <translation>%1 自动解决 · %2 再次出现</translation>
    </message>
    <message>
        <source>no incidents</source>
        <translation>没有事件</translation>
    </message>
    <message>
        <source>limit 2 · exceeded in %1 of %2 shifts with incidents</source>
        <translation>上限 2 · %2 个有事件的班次中有 %1 个超出</translation>
    </message>
    <message>
        <source>who was paged is unknown</source>
        <translation>不知道呼叫了谁</translation>
    </message>
</context>
<context>
    <name>quarterdeck::LogPane</name>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Log lines</source>
        <translation>日志行</translation>
    </message>
    <message>
        <source>Reading the log…</source>
        <translation>正在读取日志…</translation>
    </message>
    <message>
        <source>No log lines: %1</source>
        <translation>没有日志行：%1</translation>
    </message>
    <message>
        <source>the log source does not answer</source>
        <translation>日志来源没有应答</translation>
    </message>
    <message>
        <source>at least </source>
        <translation>至少 </translation>
    </message>
    <message>
        <source>%1%2/min</source>
        <translation>%1%2 行/分钟</translation>
    </message>
    <message>
        <source>errors %1%2/min</source>
        <translation>错误 %1%2 行/分钟</translation>
    </message>
    <message>
        <source>complete %1–%2</source>
        <translation>完整 %1–%2</translation>
    </message>
    <message>
        <source>as of %1, %2</source>
        <translation>截至 %1，%2</translation>
    </message>
    <message>
        <source>live tail stopped: %1</source>
        <translation>跟踪中断：%1</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>live tail</source>
        <translation>正在跟踪</translation>
    </message>
    <message>
        <source>live tail, scrolled back</source>
        <translation>正在跟踪，已向上滚动</translation>
    </message>
    <message>
        <source>not read %1–%2</source>
        <translation>未读取 %1–%2</translation>
    </message>
    <message>
        <source>lines listed from %1</source>
        <translation>列出 %1 起的行</translation>
    </message>
    <message>
        <source>lines listed until %1</source>
        <translation>列出 %1 之前的行</translation>
    </message>
    <message>
        <source>incomplete: %1</source>
        <translation>不完整：%1</translation>
    </message>
    <message>
        <source>Load earlier lines</source>
        <translation>加载更早的行</translation>
    </message>
</context>
<context>
    <name>quarterdeck::LogQueryBar</name>
    <message>
        <source>Search: words, &quot;exact words&quot;, service=checkout, level=error, _HOSTNAME=web-1</source>
        <translation>搜索：词语、&quot;精确词语&quot;、service=checkout、level=error、_HOSTNAME=web-1</translation>
    </message>
    <message>
        <source>All log sources</source>
        <translation>所有日志源</translation>
    </message>
</context>
<context>
    <name>quarterdeck::LogView</name>
    <message>
        <source>No log lines in this range.</source>
        <translation>此范围内没有日志行。</translation>
    </message>
    <message>
        <source>Log lines</source>
        <translation>日志行</translation>
    </message>
</context>
<context>
    <name>quarterdeck::LogsPage</name>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Search the logs for &quot;%1&quot;</source>
        <translation>在日志中搜索&quot;%1&quot;</translation>
    </message>
    <message>
        <source>logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一个匹配</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一个匹配</translation>
    </message>
    <message>
        <source>Next error</source>
        <translation>下一个错误</translation>
    </message>
    <message>
        <source>Previous error</source>
        <translation>上一个错误</translation>
    </message>
    <message>
        <source>Lines around this one</source>
        <translation>此行前后的行</translation>
    </message>
    <message>
        <source>Load earlier lines</source>
        <translation>加载更早的行</translation>
    </message>
    <message>
        <source>Follow the end</source>
        <translation>跟随末尾</translation>
    </message>
    <message>
        <source>Pause, or go on</source>
        <translation>暂停或继续</translation>
    </message>
    <message>
        <source>Copy the selected lines</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <source>No log lines in this range.</source>
        <translation>此时间段内没有日志行。</translation>
    </message>
    <message>
        <source>No line matches in this range.</source>
        <translation>此时间段内没有匹配的行。</translation>
    </message>
    <message>
        <source>No further error among the loaded lines.</source>
        <translation>已加载的行中没有更多错误。</translation>
    </message>
    <message>
        <source>No further match among the loaded lines.</source>
        <translation>已加载的行中没有更多匹配。</translation>
    </message>
    <message>
        <source>Choose a line first.</source>
        <translation>请先选择一行。</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n line(s).</source>
        <translation>
            <numerusform>已复制 %n 行。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::MainWindow</name>
    <message>
        <source>There is no page “%1”.</source>
        <translation>没有名为“%1”的页面。</translation>
    </message>
    <message>
        <source>Open %1 in your browser?</source>
        <translation>在浏览器中打开 %1？</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Could not start a browser.</source>
        <translation>无法启动任何浏览器。</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>This link does not point to anything in this window.</source>
        <translation>此链接无效。</translation>
    </message>
    <message>
        <source>&amp;Export view as CSV…</source>
        <translation>将当前视图导出为 CSV(&amp;E)…</translation>
    </message>
    <message>
        <source>Copy &amp;link to this view</source>
        <translation>复制此页面的链接(&amp;L)</translation>
    </message>
    <message>
        <source>Link copied.</source>
        <translation>链接已复制到剪贴板。</translation>
    </message>
    <message>
        <source>&amp;Outbox…</source>
        <translation>发件箱(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Command &amp;palette…</source>
        <translation>命令面板(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Pause or resume updates</source>
        <translation>暂停或恢复实时(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Refresh all sources</source>
        <translation>刷新所有来源(&amp;R)</translation>
    </message>
    <message>
        <source>Refreshing all sources…</source>
        <translation>正在刷新所有来源…</translation>
    </message>
    <message>
        <source>Switch UTC/local &amp;time</source>
        <translation>切换 UTC/本地时间(&amp;U)</translation>
    </message>
    <message>
        <source>Undo &amp;last action</source>
        <translation>撤销上一个操作(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>此页的快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Show &amp;menu bar</source>
        <translation>显示菜单栏(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;About Quarterdeck</source>
        <translation>关于 Quarterdeck(&amp;A)</translation>
    </message>
    <message>
        <source>Quarterdeck %1, GPL-3.0. It connects only to the hosts in your configuration.</source>
        <translation>Quarterdeck %1，GPL-3.0。它只与您配置中的主机通信。</translation>
    </message>
    <message>
        <source>Last 15 minutes</source>
        <translation>最近 15 分钟</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>最近 1 小时</translation>
    </message>
    <message>
        <source>Last 6 hours</source>
        <translation>最近 6 小时</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>Choose a time range…</source>
        <translation>选择时间范围…</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>更晚</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>扩大范围</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>缩小范围</translation>
    </message>
    <message>
        <source>Discarded: it will not be sent.</source>
        <translation>已放弃：不会发送。</translation>
    </message>
    <message>
        <source>Queued again.</source>
        <translation>已重新加入队列。</translation>
    </message>
    <message>
        <source>page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>This page has no table to export.</source>
        <translation>此页没有可导出的表格。</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>导出为 CSV</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>所有页面</translation>
    </message>
    <message>
        <source>No program found to open %1.</source>
        <translation>找不到可打开 %1 的程序。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln discarded: not sent.</source>
        <translation>
            <numerusform>已放弃 %Ln 项：未发送。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>&amp;Next part of the window</source>
        <translation>窗口的下一部分(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous part of the window</source>
        <translation>窗口的上一部分(&amp;P)</translation>
    </message>
</context>
<context>
    <name>quarterdeck::MarkdownView</name>
    <message numerus="yes">
        <source>(a table of %Ln row(s))</source>
        <translation>
            <numerusform>（%Ln 行的表格）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::MetricForm</name>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a metric first.</source>
        <translation>请先选择一个指标。</translation>
    </message>
    <message>
        <source>Use query</source>
        <translation>使用查询</translation>
    </message>
    <message>
        <source>Query builder</source>
        <translation>查询生成器</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Label filters</source>
        <translation>标签筛选</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>时间窗口</translation>
    </message>
    <message>
        <source>Aggregation</source>
        <translation>聚合</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>分组依据</translation>
    </message>
    <message>
        <source>The window is a time span like 5m or 1h.</source>
        <translation>时间窗口是类似 5m 或 1h 的时长。</translation>
    </message>
</context>
<context>
    <name>quarterdeck::MetricsPage</name>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Series with their figures</source>
        <translation>时间序列及其数值</translation>
    </message>
    <message>
        <source>Ask the metric sources for &quot;%1&quot;</source>
        <translation>向指标来源查询&quot;%1&quot;</translation>
    </message>
    <message>
        <source>metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>the newest %1 of %2 events are marked</source>
        <translation>已标记 %2 个事件中最新的 %1 个</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>Every series is hidden.</source>
        <translation>所有时间序列均已隐藏。</translation>
    </message>
    <message>
        <source>No data in this range.</source>
        <translation>此时间段内没有数据。</translation>
    </message>
    <message>
        <source>No metric source is connected.</source>
        <translation>未连接任何指标来源。</translation>
    </message>
    <message>
        <source>Add a Prometheus under backends: in config.yaml.</source>
        <translation>请在 config.yaml 的 backends: 下添加一个 Prometheus。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Edit the query</source>
        <translation>编辑查询</translation>
    </message>
    <message>
        <source>Add query</source>
        <translation>添加查询</translation>
    </message>
    <message>
        <source>There are %1 queries; no more are taken.</source>
        <translation>已有 %1 个查询，无法再添加。</translation>
    </message>
    <message>
        <source>Remove this query</source>
        <translation>移除此查询</translation>
    </message>
    <message>
        <source>Switch this query on or off</source>
        <translation>启用或停用此查询</translation>
    </message>
    <message>
        <source>Copy as qdeck command</source>
        <translation>复制为 qdeck 命令</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>对数坐标轴</translation>
    </message>
    <message>
        <source>Stack the series</source>
        <translation>堆叠时间序列</translation>
    </message>
    <message>
        <source>Draw steps</source>
        <translation>绘制阶梯线</translation>
    </message>
    <message>
        <source>A chart for each query</source>
        <translation>每个查询一张图表</translation>
    </message>
    <message>
        <source>Compare with the day, then the week before</source>
        <translation>与前一天、再与前一周对比</translation>
    </message>
    <message>
        <source>Set a threshold</source>
        <translation>设置阈值</translation>
    </message>
    <message>
        <source>Show this series alone, or all</source>
        <translation>仅显示此时间序列，或显示全部</translation>
    </message>
    <message>
        <source>Hide this series, or show it</source>
        <translation>隐藏或显示此时间序列</translation>
    </message>
    <message>
        <source>Show all series</source>
        <translation>显示所有时间序列</translation>
    </message>
    <message>
        <source>Save the charts as PNG…</source>
        <translation>将图表保存为 PNG…</translation>
    </message>
    <message>
        <source>Save the charts as SVG…</source>
        <translation>将图表保存为 SVG…</translation>
    </message>
    <message>
        <source>Choose a series in the legend first.</source>
        <translation>请先在图例中选择一个时间序列。</translation>
    </message>
    <message>
        <source>There is no chart to save.</source>
        <translation>没有可保存的图表。</translation>
    </message>
    <message>
        <source>Save as SVG</source>
        <translation>保存为 SVG</translation>
    </message>
    <message>
        <source>Save as PNG</source>
        <translation>保存为 PNG</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n command(s).</source>
        <translation>
            <numerusform>已复制 %n 条命令。</numerusform>
        </translation>
    </message>
    <message>
        <source>No query yet.</source>
        <translation>尚无查询。</translation>
    </message>
    <message>
        <source>Type an expression above, or open the query builder. Metric and label names are suggested as you type.</source>
        <translation>在上方输入表达式，或打开查询生成器。输入时会提示指标和标签的名称。</translation>
    </message>
    <message>
        <source>Put the cursor in a query first.</source>
        <translation>请先将光标置于查询中。</translation>
    </message>
    <message>
        <source>Query builder…</source>
        <translation>查询生成器…</translation>
    </message>
    <message>
        <source>Refresh the charts</source>
        <translation>刷新图表</translation>
    </message>
    <message>
        <source>Show as table or chart</source>
        <translation>以表格或图表显示</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
</context>
<context>
    <name>quarterdeck::NoteDialog</name>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Note on %1</source>
        <translation>%1 的备注</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>备注文字</translation>
    </message>
    <message>
        <source>What you saw, did or think. Stays on this machine.</source>
        <translation>您看到、做过或想到的内容。它只保存在本机。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>保存备注</translation>
    </message>
</context>
<context>
    <name>quarterdeck::Notifier</name>
    <message numerus="yes">
        <source>and %n more alert(s)</source>
        <translation>
            <numerusform>以及另外 %n 条告警</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%2 上的 %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认告警</translation>
    </message>
</context>
<context>
    <name>quarterdeck::OnCallLine</name>
    <message>
        <source>On call</source>
        <translation>值班</translation>
    </message>
    <message>
        <source>unknown, no source reports it</source>
        <translation>无人知道，没有来源说明</translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>正在询问…</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>no policy covers this service</source>
        <translation>没有策略提到此服务</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>%1 until %2, then %3</source>
        <translation>%1 至 %2，然后 %3</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1 (as of %2 ago)</source>
        <translation>%1（%2前的状态）</translation>
    </message>
    <message>
        <source>By %1, from %2</source>
        <translation>依据 %1，来自 %2</translation>
    </message>
    <message>
        <source>Read %1 ago</source>
        <translation>%1前告知</translation>
    </message>
</context>
<context>
    <name>quarterdeck::OptionBar</name>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Threshold, a number</source>
        <translation>阈值，一个数字</translation>
    </message>
    <message>
        <source>Log axis</source>
        <translation>对数轴</translation>
    </message>
    <message>
        <source>Stacked</source>
        <translation>堆叠</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>阶梯</translation>
    </message>
    <message>
        <source>A chart for each query</source>
        <translation>每个查询一张图表</translation>
    </message>
    <message>
        <source>Unit of the source</source>
        <translation>来源的单位</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Per second</source>
        <translation>每秒</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Bytes per second</source>
        <translation>字节每秒</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>The week before</source>
        <translation>前一周</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Unit: %1</source>
        <translation>单位：%1</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>对比…</translation>
    </message>
    <message>
        <source>Percent (0 to 1)</source>
        <translation>百分比（0 到 1）</translation>
    </message>
    <message>
        <source>No comparison</source>
        <translation>不对比</translation>
    </message>
    <message>
        <source>“%1” is not a number; the threshold is unchanged.</source>
        <translation>“%1”不是数字；阈值未更改。</translation>
    </message>
    <message>
        <source>Compared: day before</source>
        <translation>对比：前一天</translation>
    </message>
    <message>
        <source>Compared: week before</source>
        <translation>对比：前一周</translation>
    </message>
    <message>
        <source>Compared: %1 before</source>
        <translation>对比：%1 之前</translation>
    </message>
</context>
<context>
    <name>quarterdeck::OutboxModel</name>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Requested at</source>
        <translation>请求时间</translation>
    </message>
</context>
<context>
    <name>quarterdeck::OutboxPanel</name>
    <message>
        <source>Send anyway</source>
        <translation>仍要发送</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>发件箱</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The outbox is empty.</source>
        <translation>发件箱为空：所有操作均已处理。</translation>
    </message>
</context>
<context>
    <name>quarterdeck::OutboxSheet</name>
    <message>
        <source>waiting for the source</source>
        <translation>等待来源响应</translation>
    </message>
    <message>
        <source>is being sent</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已生效</translation>
    </message>
    <message>
        <source>rejected by the source</source>
        <translation>被来源拒绝</translation>
    </message>
    <message>
        <source>sent, no answer received: checking with the source</source>
        <translation>已发送，但没有收到响应：正在向来源核对</translation>
    </message>
    <message>
        <source>not sent: the alert has changed</source>
        <translation>未发送：告警在此期间已变化</translation>
    </message>
    <message>
        <source>expired: could not be sent in time</source>
        <translation>已过期：未能及时发送</translation>
    </message>
    <message>
        <source>superseded by a newer action</source>
        <translation>已被更新的操作取代</translation>
    </message>
    <message>
        <source>discarded</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>发件箱</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>仍要发送</translation>
    </message>
    <message>
        <source>The outbox is empty</source>
        <translation>没有等待发送的操作</translation>
    </message>
    <message>
        <source>Actions wait here until the source confirms them, even if it is unreachable. Nothing is waiting.</source>
        <translation>您的操作会保留在这里，直到在来源端生效；来源暂时无法连接时也不会丢失。当前没有待发送的操作。</translation>
    </message>
    <message numerus="yes">
        <source>Discard all %Ln waiting</source>
        <translation>
            <numerusform>放弃全部 %Ln 项等待中的操作</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::OwnershipListModel</name>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责方</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
</context>
<context>
    <name>quarterdeck::OwnershipPage</name>
    <message numerus="yes">
        <source>%n without an owner</source>
        <translation>
            <numerusform>%n 个无负责方</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with an unknown owner</source>
        <translation>
            <numerusform>%n 个负责方未知</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with catalogs that disagree</source>
        <translation>
            <numerusform>%n 个目录不一致</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with gaps on call</source>
        <translation>
            <numerusform>%n 个值班有空档</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a runbook</source>
        <translation>
            <numerusform>%n 个无运行手册</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not fully known</source>
        <translation>
            <numerusform>%n 个信息不全</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter: name, owner, team:, is:unowned, no:cover</source>
        <translation>筛选：名称、负责方、team:、is:unowned、no:cover</translation>
    </message>
    <message>
        <source>Ownership</source>
        <translation>归属</translation>
    </message>
    <message>
        <source>Filter services</source>
        <translation>筛选服务</translation>
    </message>
    <message>
        <source>Checks by service</source>
        <translation>各服务的检查</translation>
    </message>
    <message>
        <source>Open the service</source>
        <translation>打开服务</translation>
    </message>
    <message>
        <source>Show who is on call for it</source>
        <translation>显示其值班人员</translation>
    </message>
    <message>
        <source>Review again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>No such filter “%1”; available: %2</source>
        <translation>没有筛选条件“%1”；可用：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n 个服务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n service(s)</source>
        <translation>
            <numerusform>%1 / %n 个服务</numerusform>
        </translation>
    </message>
    <message>
        <source>Not everything is known: %1</source>
        <translation>并非全部已知：%1</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>无负责方</translation>
    </message>
    <message>
        <source>Choose a service</source>
        <translation>选择一个服务</translation>
    </message>
    <message>
        <source>Ownership cannot be reviewed.</source>
        <translation>无法检查归属。</translation>
    </message>
    <message>
        <source>Reviewing…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>No service matches the filter.</source>
        <translation>没有服务符合筛选条件。</translation>
    </message>
    <message>
        <source>Press Esc to clear it.</source>
        <translation>按 Esc 清除。</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>No services yet.</source>
        <translation>还没有服务。</translation>
    </message>
    <message>
        <source>Services come from config.yaml, from catalogs and from the labels of alerts.</source>
        <translation>服务来自 config.yaml、目录和告警的标签。</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>打开设置</translation>
    </message>
    <message>
        <source>reviewed %1 ago</source>
        <translation>%1前检查</translation>
    </message>
    <message>
        <source>This review is of %1 ago, and there is no newer one: %2</source>
        <translation>此检查为 %1前的结果，且没有更新的：%2</translation>
    </message>
</context>
<context>
    <name>quarterdeck::OwnershipWords</name>
    <message>
        <source>no owner</source>
        <translation>无负责方</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>quarterdeck::PaletteButton</name>
    <message>
        <source>Shortcut: %1</source>
        <translation>快捷键 %1</translation>
    </message>
</context>
<context>
    <name>quarterdeck::PanelGrid</name>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>饱和度</translation>
    </message>
    <message>
        <source>No standard metrics found for this service.</source>
        <translation>没有找到此服务的常用指标。</translation>
    </message>
    <message>
        <source>Looked for HTTP and gRPC requests, errors, latency and CPU by the labels service, job and app. Define other panels in config.yaml.</source>
        <translation>已按标签 service、job 和 app 查找 HTTP 和 gRPC 的请求、错误、延迟以及 CPU。可以在 config.yaml 中指定其他面板。</translation>
    </message>
    <message>
        <source>No metric source is connected.</source>
        <translation>没有连接任何指标来源。</translation>
    </message>
    <message>
        <source>Add a Prometheus under backends: in config.yaml.</source>
        <translation>请在 config.yaml 的 backends: 下添加 Prometheus。</translation>
    </message>
    <message>
        <source>No metrics known for this service.</source>
        <translation>此服务的指标未知。</translation>
    </message>
    <message>
        <source>Its source is not up to date and nothing is cached.</source>
        <translation>其来源的数据不是最新，缓存中也没有相关数据。</translation>
    </message>
</context>
<context>
    <name>quarterdeck::PanelView</name>
    <message>
        <source>Chart of %1</source>
        <translation>%1 的图表</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>No data in this range</source>
        <translation>此范围内没有数据</translation>
    </message>
    <message>
        <source>Nothing cached for this range</source>
        <translation>此范围没有缓存数据</translation>
    </message>
    <message>
        <source>No data: %1</source>
        <translation>没有数据：%1</translation>
    </message>
    <message>
        <source>cached</source>
        <translation>来自缓存</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>as of %1, %2</source>
        <translation>截至 %1，%2</translation>
    </message>
    <message>
        <source>%1, every %2</source>
        <translation>%1，每 %2</translation>
    </message>
</context>
<context>
    <name>quarterdeck::PathField</name>
    <message>
        <source>path of a file</source>
        <translation>文件路径</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
</context>
<context>
    <name>quarterdeck::PreferenceStore</name>
    <message>
        <source>basic, %1 with the password from %2</source>
        <translation>basic，用户 %1，密码来自 %2</translation>
    </message>
    <message>
        <source>%1 token from %2</source>
        <translation>%1 令牌，来自 %2</translation>
    </message>
    <message>
        <source>client certificate %1</source>
        <translation>客户端证书 %1</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>某人</translation>
    </message>
    <message>
        <source>OAuth 2.0, client %1 with the secret from %2, token from %3</source>
        <translation>OAuth 2.0，客户端 %1，密钥来自 %2，令牌来自 %3</translation>
    </message>
    <message>
        <source>OAuth 2.0, signed in with the browser by client %1, token from %2</source>
        <translation>OAuth 2.0，由客户端 %1 通过浏览器登录，令牌来自 %2</translation>
    </message>
    <message>
        <source>Token from %1</source>
        <translation>令牌来自 %1</translation>
    </message>
</context>
<context>
    <name>quarterdeck::PreferencesPane</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Same as system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Row height</source>
        <translation>行高</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Show times in UTC</source>
        <translation>以 UTC 显示时间</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>减少动画</translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation>行为</translation>
    </message>
    <message>
        <source>Display name</source>
        <translation>您的名字</translation>
    </message>
    <message>
        <source>shown to others</source>
        <translation>其他人将看到的名字</translation>
    </message>
    <message>
        <source>Your name in acknowledgements and checklists</source>
        <translation>在确认和勾选记录中显示的名字</translation>
    </message>
    <message>
        <source>Acknowledgements last</source>
        <translation>确认的有效时长</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Use single-letter shortcuts</source>
        <translation>启用单字母快捷键</translation>
    </message>
    <message>
        <source>Desktop notification when an alert fires</source>
        <translation>告警触发时在桌面上通知</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Keep log lines for</source>
        <translation>日志行保留</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>Keep alert history for</source>
        <translation>告警历史保留</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Cache (safe to delete)</source>
        <translation>缓存，可以删除</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
</context>
<context>
    <name>quarterdeck::QueryEdit</name>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Suggestions are incomplete: %1</source>
        <translation>建议不完整：%1</translation>
    </message>
</context>
<context>
    <name>quarterdeck::QueryRow</name>
    <message>
        <source>All metric sources</source>
        <translation>所有指标来源</translation>
    </message>
    <message>
        <source>Remove this query</source>
        <translation>移除此查询</translation>
    </message>
    <message>
        <source>Query %1</source>
        <translation>查询 %1</translation>
    </message>
    <message>
        <source>Remove query %1</source>
        <translation>移除查询 %1</translation>
    </message>
    <message>
        <source>Expression in the language of the source, e.g. rate(http_requests_total[5m])</source>
        <translation>使用来源语言的表达式，例如 rate(http_requests_total[5m])</translation>
    </message>
    <message>
        <source>Builder…</source>
        <translation>生成器…</translation>
    </message>
    <message>
        <source>Build a PromQL expression from metric, labels and function</source>
        <translation>由指标、标签和函数生成 PromQL 表达式</translation>
    </message>
    <message>
        <source>Query %1 on</source>
        <translation>启用查询 %1</translation>
    </message>
    <message>
        <source>Builder for query %1</source>
        <translation>查询 %1 的生成器</translation>
    </message>
</context>
<context>
    <name>quarterdeck::RailItem</name>
    <message>
        <source>Shortcut: %1</source>
        <translation>快捷键 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n critical</source>
        <translation>
            <numerusform>%1，%n 条严重</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::RangeSheet</name>
    <message>
        <source>Time range (all pages)</source>
        <translation>时间范围（所有页面）</translation>
    </message>
    <message>
        <source>now-6h, 2026-11-21 07:00 (UTC), 2026-11-21T07:00:00Z or milliseconds</source>
        <translation>now-6h、2026-11-21 07:00（UTC）、2026-11-21T07:00:00Z 或毫秒数</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>显示此范围</translation>
    </message>
    <message>
        <source>The end is not a valid time.</source>
        <translation>结束时间无效。</translation>
    </message>
    <message>
        <source>The start is not a valid time.</source>
        <translation>开始时间无效。</translation>
    </message>
    <message>
        <source>The end must be at least ten seconds after the start.</source>
        <translation>结束时间须比开始时间至少晚十秒。</translation>
    </message>
</context>
<context>
    <name>quarterdeck::RotaBoard</name>
    <message>
        <source>%1, level %2</source>
        <translation>%1，第 %2 级</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1，从 %2 到 %3</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>quarterdeck::RotaPage</name>
    <message>
        <source>Filter by policy, person, service or schedule</source>
        <translation>按策略、人员、服务或排班筛选</translation>
    </message>
    <message>
        <source>The next 14 days</source>
        <translation>未来 14 天</translation>
    </message>
    <message>
        <source>On call</source>
        <translation>值班</translation>
    </message>
    <message>
        <source>Filter who is on call</source>
        <translation>筛选值班</translation>
    </message>
    <message>
        <source>Who is on call now and next</source>
        <translation>当前和下一位值班人员</translation>
    </message>
    <message>
        <source>Shifts of the next 14 days</source>
        <translation>未来 14 天的班次</translation>
    </message>
    <message>
        <source>Rota of the next 14 days</source>
        <translation>未来 14 天的排班</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>交接…</translation>
    </message>
    <message>
        <source>Show the shifts as a table</source>
        <translation>以表格显示班次</translation>
    </message>
    <message>
        <source>Read who is on call again</source>
        <translation>重新读取值班信息</translation>
    </message>
    <message>
        <source>On call: %1</source>
        <translation>值班：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n policy(s)</source>
        <translation>
            <numerusform>%n 个策略</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n policy(s)</source>
        <translation>
            <numerusform>%1 / %n 个策略</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>没有符合筛选条件的内容。</translation>
    </message>
    <message>
        <source>Press Esc to clear it.</source>
        <translation>按 Esc 清除。</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>No source reports who is on call.</source>
        <translation>没有来源提供值班信息。</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>打开设置</translation>
    </message>
    <message>
        <source>Reading who is on call…</source>
        <translation>正在读取值班信息…</translation>
    </message>
    <message>
        <source>Who is on call is not known.</source>
        <translation>不知道谁在值班。</translation>
    </message>
    <message>
        <source>The sources have no escalation policy and no rota.</source>
        <translation>来源中没有升级策略，也没有排班。</translation>
    </message>
    <message>
        <source>PagerDuty does, and so do rotas in iCalendar files (type: calendar).</source>
        <translation>PagerDuty 和 iCalendar 文件中的排班（type: calendar）可以提供。</translation>
    </message>
</context>
<context>
    <name>quarterdeck::RunDelegate</name>
    <message numerus="yes">
        <source>%n step(s) done</source>
        <translation>
            <numerusform>%n 个步骤已完成</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, %3, in progress</source>
        <translation>%1，%2，%3，进行中</translation>
    </message>
    <message>
        <source>%1, %2, %3, finished</source>
        <translation>%1，%2，%3，已结束</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>某人</translation>
    </message>
</context>
<context>
    <name>quarterdeck::RunPane</name>
    <message>
        <source>Start a run</source>
        <translation>开始执行</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>检查清单</translation>
    </message>
    <message>
        <source>Text of the runbook</source>
        <translation>运行手册正文</translation>
    </message>
    <message>
        <source>Could not be saved, so not checked off: %1</source>
        <translation>未能保存，因此未标记为完成：%1</translation>
    </message>
    <message>
        <source>Runbook</source>
        <translation>运行手册</translation>
    </message>
    <message>
        <source>Why is this step skipped?</source>
        <translation>为什么跳过此步骤？</translation>
    </message>
    <message>
        <source>Note on this step</source>
        <translation>此步骤的备注</translation>
    </message>
    <message>
        <source>This step has no code.</source>
        <translation>此步骤没有代码。</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n 个步骤</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>已完成 %1 / %2</translation>
    </message>
    <message>
        <source>, for %1</source>
        <translation>，针对 %1</translation>
    </message>
    <message>
        <source>, finished %1</source>
        <translation>，结束于 %1</translation>
    </message>
    <message>
        <source>This runbook contains unrendered template code.</source>
        <translation>此运行手册含有未经渲染的模板代码。</translation>
    </message>
    <message>
        <source>This run is finished.</source>
        <translation>此次执行已结束。</translation>
    </message>
    <message>
        <source>Start a run to check off its steps.</source>
        <translation>开始执行后才能勾选步骤。</translation>
    </message>
    <message>
        <source>Copied, not executed.</source>
        <translation>已复制（未执行）。</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>某人</translation>
    </message>
    <message>
        <source>Space check off   s skip   n note   c copy code   j k move   Esc back</source>
        <translation>空格 勾选   s 跳过   n 备注   c 复制代码   j k 移动   Esc 返回</translation>
    </message>
</context>
<context>
    <name>quarterdeck::RunbookCard</name>
    <message>
        <source>Runbook</source>
        <translation>运行手册</translation>
    </message>
    <message>
        <source>Start checklist</source>
        <translation>按步骤操作</translation>
    </message>
    <message>
        <source>Runbook: %1</source>
        <translation>运行手册：%1</translation>
    </message>
    <message>
        <source>No runbook yet. A Markdown file named after the alert is picked up automatically.</source>
        <translation>没有运行手册。将 Markdown 文件按告警命名，即可自动关联。</translation>
    </message>
    <message>
        <source>Cannot be read: %1</source>
        <translation>无法读取：%1</translation>
    </message>
    <message>
        <source>No open alert, so no runbook to work through.</source>
        <translation>没有未解决的告警，因此没有要执行的运行手册。</translation>
    </message>
    <message>
        <source>No runbook for %1.</source>
        <translation>%1 没有运行手册。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n 个步骤</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::RunbookListModel</name>
    <message>
        <source>Runbook</source>
        <translation>运行手册</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复审</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>quarterdeck::RunbookWords</name>
    <message>
        <source>no review date</source>
        <translation>没有复审日期</translation>
    </message>
    <message>
        <source>review due %1</source>
        <translation>有效至 %1</translation>
    </message>
    <message>
        <source>review due soon, %1</source>
        <translation>应于 %1 复审</translation>
    </message>
    <message>
        <source>review overdue since %1</source>
        <translation>自 %1 起逾期</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 和另外 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::RunbooksPage</name>
    <message numerus="yes">
        <source>runbook, %n step(s)</source>
        <translation>
            <numerusform>运行手册，%n 个步骤</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter runbooks</source>
        <translation>筛选运行手册</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>返回手册库</translation>
    </message>
    <message>
        <source>Check off step (Space)</source>
        <translation>勾选步骤（空格）</translation>
    </message>
    <message>
        <source>Skip step with a reason</source>
        <translation>跳过步骤并说明原因</translation>
    </message>
    <message>
        <source>Note on step</source>
        <translation>步骤的备注</translation>
    </message>
    <message>
        <source>Copy code of step</source>
        <translation>复制步骤的代码</translation>
    </message>
    <message>
        <source>Finish run</source>
        <translation>结束执行</translation>
    </message>
    <message>
        <source>Export run as Markdown</source>
        <translation>将执行记录导出为 Markdown</translation>
    </message>
    <message>
        <source>This run cannot be opened.</source>
        <translation>无法打开此次执行。</translation>
    </message>
    <message>
        <source>Cannot start a run.</source>
        <translation>无法开始执行。</translation>
    </message>
    <message>
        <source>The runbook %1 cannot be opened.</source>
        <translation>无法打开运行手册 %1。</translation>
    </message>
    <message>
        <source>Export failed: %1</source>
        <translation>没有导出任何内容：%1</translation>
    </message>
    <message>
        <source>Copied, and written to %1.</source>
        <translation>已复制，并写入 %1。</translation>
    </message>
    <message>
        <source>Copied to the clipboard; could not write a file to %1.</source>
        <translation>已复制到剪贴板；无法向 %1 写入文件。</translation>
    </message>
    <message>
        <source>Reading the runbook %1…</source>
        <translation>正在读取运行手册 %1。</translation>
    </message>
    <message>
        <source>Its folder is slow to respond.</source>
        <translation>其所在文件夹响应缓慢。</translation>
    </message>
</context>
<context>
    <name>quarterdeck::SecretDialog</name>
    <message>
        <source>The keyring is locked. Unlock it and try again.</source>
        <translation>密钥环已锁定。请解锁后重试。</translation>
    </message>
    <message>
        <source>There is no keyring on this desktop. Use a file or an environment variable in the configuration instead.</source>
        <translation>此桌面没有密钥环。请在配置中改用文件或环境变量。</translation>
    </message>
    <message>
        <source>A secret is one line of text of at most 64 KB. Keep any other in a file.</source>
        <translation>机密是一行文本，最多 64 KB。其他形式请保存在文件中。</translation>
    </message>
    <message>
        <source>The keyring holds no secret of this name.</source>
        <translation>密钥环中没有此名称的机密。</translation>
    </message>
    <message>
        <source>The keyring has not answered for 10 s. Unlock it and try again.</source>
        <translation>密钥环 10 秒内没有响应。请解锁后重试。</translation>
    </message>
    <message>
        <source>The keyring rejected the request: %1</source>
        <translation>密钥环拒绝了：%1</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Store a secret</source>
        <translation>存储机密</translation>
    </message>
    <message>
        <source>The secret %1</source>
        <translation>机密 %1</translation>
    </message>
    <message>
        <source>It is stored only in the keyring of this desktop and replaces the one there.</source>
        <translation>它只会存入此桌面的密钥环，并替换现有的机密。</translation>
    </message>
    <message>
        <source>It is stored only in the keyring of this desktop.</source>
        <translation>它只会存入此桌面的密钥环。</translation>
    </message>
    <message>
        <source>Secret, not shown</source>
        <translation>机密，不显示</translation>
    </message>
    <message>
        <source>password or token</source>
        <translation>密码或令牌</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Waiting for the keyring…</source>
        <translation>正在等待密钥环…</translation>
    </message>
</context>
<context>
    <name>quarterdeck::SecretRow</name>
    <message>
        <source>Store…</source>
        <translation>存储…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Store the secret %1 in the keyring</source>
        <translation>将机密 %1 存入密钥环</translation>
    </message>
    <message>
        <source>Remove the secret %1 from the keyring</source>
        <translation>从密钥环移除机密 %1</translation>
    </message>
    <message>
        <source>The secret %1 is in the keyring.</source>
        <translation>机密 %1 已存入密钥环。</translation>
    </message>
    <message>
        <source>Remove the secret from the keyring?</source>
        <translation>从密钥环移除该机密？</translation>
    </message>
    <message>
        <source>What needs it cannot sign in until another one is stored:</source>
        <translation>在存入新的机密之前，需要它的来源将无法登录：</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>The secret %1 is no longer in the keyring.</source>
        <translation>机密 %1 已不在密钥环中。</translation>
    </message>
    <message>
        <source>checking the keyring…</source>
        <translation>正在查看密钥环…</translation>
    </message>
    <message>
        <source>in the keyring</source>
        <translation>已在密钥环中</translation>
    </message>
    <message>
        <source>not in the keyring</source>
        <translation>不在密钥环中</translation>
    </message>
    <message>
        <source>keyring locked</source>
        <translation>密钥环已锁定</translation>
    </message>
    <message>
        <source>no keyring; use a file or an environment variable in the configuration instead</source>
        <translation>没有密钥环；请在配置中改用文件或环境变量</translation>
    </message>
</context>
<context>
    <name>quarterdeck::SegmentedRange</name>
    <message>
        <source>15 min</source>
        <translation>15 分钟</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>6 h</source>
        <translation>6 小时</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>Show the last %1</source>
        <translation>显示最近 %1</translation>
    </message>
    <message>
        <source>Custom range</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Choose a time range</source>
        <translation>选择时间范围</translation>
    </message>
</context>
<context>
    <name>quarterdeck::ServiceDetail</name>
    <message>
        <source>No log lines for %1 in this range. Lines are matched by the service&apos;s log_fields or its name.</source>
        <translation>此时间段内没有 %1 的日志行。日志行按服务的 log_fields 或其名称匹配。</translation>
    </message>
</context>
<context>
    <name>quarterdeck::ServiceHeader</name>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>服务等级</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>生命周期</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>未指定</translation>
    </message>
    <message>
        <source>%1 (unknown team)</source>
        <translation>%1（已指定，但未知）</translation>
    </message>
    <message>
        <source>No configuration, catalog or label defines this service.</source>
        <translation>配置、服务目录和标签中都没有此服务。</translation>
    </message>
    <message>
        <source>health unknown: not defined anywhere</source>
        <translation>健康状况未知：没有任何地方提到此服务</translation>
    </message>
</context>
<context>
    <name>quarterdeck::ServiceList</name>
    <message>
        <source>Filter by name, owner or tier</source>
        <translation>按名称、负责人或服务等级筛选</translation>
    </message>
    <message>
        <source>Filter services</source>
        <translation>筛选服务</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n 个服务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n service(s)</source>
        <translation>
            <numerusform>%n 个服务中的 %1 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Stored data cannot be read: %1</source>
        <translation>无法读取已保存的内容：%1</translation>
    </message>
    <message>
        <source>Health may be worse than shown: the list of %1 may be incomplete.</source>
        <translation>健康状况可能比显示的更差：%1 的信息可能不完整。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>The services cannot be read.</source>
        <translation>无法读取服务。</translation>
    </message>
    <message>
        <source>Reading the services…</source>
        <translation>正在读取服务…</translation>
    </message>
    <message>
        <source>No service matches the filter.</source>
        <translation>没有服务符合筛选条件。</translation>
    </message>
    <message>
        <source>Press Esc to clear it.</source>
        <translation>按 Esc 清除。</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>No services yet.</source>
        <translation>还没有已知的服务。</translation>
    </message>
    <message>
        <source>Services come from config.yaml, from catalog-info.yaml files and from the labels of alerts.</source>
        <translation>服务来自 config.yaml、catalog-info.yaml 文件以及告警的标签。</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>打开设置</translation>
    </message>
    <message numerus="yes">
        <source>%n service(s) failing, %1 degraded</source>
        <translation>
            <numerusform>%n 个服务故障，%1 个降级</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n service(s) failing</source>
        <translation>
            <numerusform>%n 个服务故障</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n service(s) degraded, none failing</source>
        <translation>
            <numerusform>%n 个服务降级，没有故障</numerusform>
        </translation>
    </message>
    <message>
        <source>No known failures, but some sources are not up to date</source>
        <translation>没有已知故障，但部分来源的数据不是最新</translation>
    </message>
    <message>
        <source>No service is failing or degraded</source>
        <translation>没有故障或降级的服务</translation>
    </message>
    <message>
        <source>All services healthy</source>
        <translation>所有服务均正常</translation>
    </message>
    <message>
        <source>No alert source connected: the health of the services is unknown.</source>
        <translation>没有连接告警来源：无法得知服务的状况。</translation>
    </message>
    <message>
        <source>Health unknown: no alert source connected</source>
        <translation>一无所知：没有连接告警来源</translation>
    </message>
</context>
<context>
    <name>quarterdeck::ServiceListModel</name>
    <message>
        <source>Health</source>
        <translation>健康状况</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>服务等级</translation>
    </message>
    <message>
        <source>Open alerts</source>
        <translation>未解决的告警</translation>
    </message>
    <message>
        <source>Interruptions, 7 days</source>
        <translation>打扰，7 天</translation>
    </message>
</context>
<context>
    <name>quarterdeck::ServiceWords</name>
    <message>
        <source>%1, or worse</source>
        <translation>%1 或更糟</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>未指定</translation>
    </message>
    <message>
        <source>%1 (unknown team)</source>
        <translation>%1（团队未知）</translation>
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
        <translation>筛选服务</translation>
    </message>
    <message>
        <source>Open service</source>
        <translation>打开服务</translation>
    </message>
    <message>
        <source>Open service (Enter)</source>
        <translation>打开服务（Enter）</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Go to logs</source>
        <translation>前往日志行</translation>
    </message>
    <message>
        <source>Show charts as tables</source>
        <translation>以表格显示图表</translation>
    </message>
    <message>
        <source>Start checklist</source>
        <translation>按运行手册操作</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>更晚</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>缩小范围</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>扩大范围</translation>
    </message>
</context>
<context>
    <name>quarterdeck::SettingsPage</name>
    <message>
        <source>Configuration warnings</source>
        <translation>配置警告</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Test all sources</source>
        <translation>测试所有来源</translation>
    </message>
    <message>
        <source>Nothing is connected yet</source>
        <translation>尚未连接任何来源</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s), all up to date</source>
        <translation>
            <numerusform>%n 个来源，数据均为最新</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n source(s) up to date</source>
        <translation>
            <numerusform>%n 个来源中 %1 个为最新</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a source…</source>
        <translation>添加来源…</translation>
    </message>
    <message>
        <source>Open config.yaml</source>
        <translation>打开 config.yaml</translation>
    </message>
    <message>
        <source>Reload config.yaml</source>
        <translation>重新读取 config.yaml</translation>
    </message>
    <message>
        <source>Undo the last change of a source</source>
        <translation>撤销对来源的最近一次更改</translation>
    </message>
    <message>
        <source>The context %1 has no source</source>
        <translation>上下文 %1 没有来源</translation>
    </message>
</context>
<context>
    <name>quarterdeck::ShiftListModel</name>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>On call</source>
        <translation>值班</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>quarterdeck::SidePane</name>
    <message>
        <source>Open alerts</source>
        <translation>未解决的告警</translation>
    </message>
    <message>
        <source>Depends on</source>
        <translation>依赖以下服务</translation>
    </message>
    <message>
        <source>Dependents</source>
        <translation>被以下服务依赖</translation>
    </message>
    <message>
        <source>None. Every source is up to date.</source>
        <translation>没有。所有来源的数据均为最新。</translation>
    </message>
    <message>
        <source>None known, but not every source is up to date.</source>
        <translation>没有已知告警，但部分来源的数据不是最新。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more in the inbox</source>
        <translation>
            <numerusform>以及收件箱中的另外 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Unknown: no alert source is connected.</source>
        <translation>一无所知：没有连接告警来源。</translation>
    </message>
</context>
<context>
    <name>quarterdeck::SignInForm</name>
    <message>
        <source>In the keyring of this desktop</source>
        <translation>在此桌面的密钥环中</translation>
    </message>
    <message>
        <source>In a file that only you can read</source>
        <translation>在只有您能读取的文件中</translation>
    </message>
    <message>
        <source>In an environment variable</source>
        <translation>在环境变量中</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Secret, not shown</source>
        <translation>机密，不显示</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>User and password</source>
        <translation>用户名和密码</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>Bearer 令牌</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>Token of the type %1</source>
        <translation>%1 类型的令牌</translation>
    </message>
    <message>
        <source>password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>It is stored in the keyring when you save, never in the configuration.</source>
        <translation>保存时它会存入密钥环，绝不会写入配置。</translation>
    </message>
    <message>
        <source>The keyring is locked. The desktop asks for its password when you save.</source>
        <translation>密钥环已锁定。保存时桌面会询问其密码。</translation>
    </message>
    <message>
        <source>There is no keyring on this desktop. Keep the secret in a file that only you can read, or in a variable.</source>
        <translation>此桌面没有密钥环。请将机密放在只有您能读取的文件或环境变量中。</translation>
    </message>
    <message>
        <source>Store the secret</source>
        <translation>机密保存在</translation>
    </message>
    <message>
        <source>Secret file</source>
        <translation>机密文件</translation>
    </message>
    <message>
        <source>OAuth 2.0, as in the configuration</source>
        <translation>OAuth 2.0，按配置文件</translation>
    </message>
    <message>
        <source>The keyring has one. Leave this empty to keep it.</source>
        <translation>密钥环中已有。留空则保持不变。</translation>
    </message>
    <message>
        <source>Enter the user name.</source>
        <translation>请输入用户名。</translation>
    </message>
    <message>
        <source>There is no keyring to store it in.</source>
        <translation>没有可保存它的密钥环。</translation>
    </message>
    <message>
        <source>Enter the secret.</source>
        <translation>请输入机密。</translation>
    </message>
    <message>
        <source>Enter the path of the file that holds the secret.</source>
        <translation>请输入存放机密的文件路径。</translation>
    </message>
    <message>
        <source>This file does not exist or cannot be read.</source>
        <translation>此文件不存在或无法读取。</translation>
    </message>
    <message>
        <source>Enter the name of the variable.</source>
        <translation>请输入变量名。</translation>
    </message>
</context>
<context>
    <name>quarterdeck::SilenceDialog</name>
    <message numerus="yes">
        <source>Acknowledge %n alert(s) with one silence</source>
        <translation>
            <numerusform>用一条静默确认 %n 条告警</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Silence %n alert(s)</source>
        <translation>
            <numerusform>静默 %n 条告警</numerusform>
        </translation>
    </message>
    <message>
        <source>Silence this alert</source>
        <translation>静默此告警</translation>
    </message>
    <message numerus="yes">
        <source>Only on %2: %n alert(s) from other sources unaffected.</source>
        <translation>
            <numerusform>仅限 %2：其他来源的 %n 条告警保持原样。</numerusform>
        </translation>
    </message>
    <message>
        <source>Silences alerts that have all of these labels. Turn off the labels that should not be matched.</source>
        <translation>隐藏带有以下全部标签的告警。请取消选择不需要的标签。</translation>
    </message>
    <message>
        <source>Add matcher</source>
        <translation>另一个匹配器</translation>
    </message>
    <message>
        <source>Add: name=value, name=~regex, name!=value, then Enter</source>
        <translation>添加：name=value、name!=value 或 name=~regex，然后按 Enter</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Duration, such as 1h30m</source>
        <translation>时长，例如 1h30m</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reason, for whoever is on call next</source>
        <translation>原因，让下一个人了解情况</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Acknowledge each</source>
        <translation>逐条确认</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>静默</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>直到 %1</translation>
    </message>
    <message>
        <source>Use a format like 1h30m, at least 1m</source>
        <translation>请写成 1h30m 这样，至少 1m</translation>
    </message>
    <message numerus="yes">
        <source>Hides %n open alert(s)</source>
        <translation>
            <numerusform>隐藏当前未解决的 %n 条告警</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Alerts it hides</source>
        <translation>它会隐藏的告警</translation>
    </message>
    <message>
        <source>“%1” was not added: %2.</source>
        <translation>“%1”未被采用：%2。</translation>
    </message>
    <message>
        <source>“%1” is not a matcher yet and is ignored.</source>
        <translation>“%1”还不是匹配器，未计入。</translation>
    </message>
    <message>
        <source>%1 silences each of these alerts by itself, and no other.</source>
        <translation>%1 会逐个静默这些告警，不影响其他告警。</translation>
    </message>
</context>
<context>
    <name>quarterdeck::SilenceModel</name>
    <message>
        <source>Matchers</source>
        <translation>匹配条件</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>创建者</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>quarterdeck::SourceCard</name>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Test the source %1</source>
        <translation>测试来源 %1</translation>
    </message>
    <message>
        <source>no address configured</source>
        <translation>没有配置地址</translation>
    </message>
    <message>
        <source>No authentication</source>
        <translation>没有身份验证</translation>
    </message>
    <message>
        <source>Its certificate is not verified.</source>
        <translation>其证书未经验证。</translation>
    </message>
    <message>
        <source>No longer in the configuration.</source>
        <translation>已不在配置中。</translation>
    </message>
    <message>
        <source>%1, last answer %2 ago.</source>
        <translation>%1，%2前有响应。</translation>
    </message>
    <message>
        <source>%1. Last successful answer: %2.</source>
        <translation>%1。最后一次正常响应：%2。</translation>
    </message>
    <message>
        <source>%1. Never answered.</source>
        <translation>%1。从未响应。</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Change the source %1</source>
        <translation>更改来源 %1</translation>
    </message>
    <message>
        <source>Remove the source %1</source>
        <translation>移除来源 %1</translation>
    </message>
</context>
<context>
    <name>quarterdeck::SourceChoice</name>
    <message>
        <source>Sources: %1</source>
        <translation>来源：%1</translation>
    </message>
</context>
<context>
    <name>quarterdeck::SourceForm</name>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <translation>证书颁发机构</translation>
    </message>
    <message>
        <source>Settings of %1</source>
        <translation>%1 的设置</translation>
    </message>
    <message>
        <source>For a cluster, list its members with spaces between them.</source>
        <translation>集群请列出各成员，以空格分隔。</translation>
    </message>
    <message>
        <source>Only needed where this computer does not trust the certificate by itself.</source>
        <translation>仅当本机不信任其证书时才需要。</translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation>请输入名称。</translation>
    </message>
    <message>
        <source>A name cannot contain a colon or a slash.</source>
        <translation>名称不能包含冒号或斜杠。</translation>
    </message>
    <message>
        <source>There is already a source with this name.</source>
        <translation>已有同名来源。</translation>
    </message>
    <message>
        <source>Enter an address, such as %1.</source>
        <translation>请输入地址，例如 %1。</translation>
    </message>
    <message>
        <source>An address must not hold a user name or password; enter them below.</source>
        <translation>地址中不能包含用户名或密码；请在下面填写。</translation>
    </message>
    <message>
        <source>This file does not exist or cannot be read.</source>
        <translation>此文件不存在或无法读取。</translation>
    </message>
    <message>
        <source>This is required.</source>
        <translation>此项必填。</translation>
    </message>
    <message>
        <source>“%1” is not an address that begins with http:// or https://.</source>
        <translation>“%1”不是以 http:// 或 https:// 开头的地址。</translation>
    </message>
    <message>
        <source>An address must not hold a secret, such as a token; enter it below.</source>
        <translation>地址中不得包含令牌等密钥；请在下方填写。</translation>
    </message>
</context>
<context>
    <name>quarterdeck::SourceModel</name>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Data status</source>
        <translation>数据时效</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>最后应答</translation>
    </message>
</context>
<context>
    <name>quarterdeck::SourceSheet</name>
    <message>
        <source>Test the connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation>添加来源</translation>
    </message>
    <message>
        <source>Change the source %1</source>
        <translation>更改来源 %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Waiting for the keyring…</source>
        <translation>正在等待密钥环…</translation>
    </message>
    <message>
        <source>Saved in %1. Comments and order are kept.</source>
        <translation>保存到 %1，注释和顺序保持不变。</translation>
    </message>
    <message>
        <source>Check the fields that are marked above.</source>
        <translation>请检查上面标出的字段。</translation>
    </message>
</context>
<context>
    <name>quarterdeck::SourceVerbs</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 及另外 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge %n incident(s) into one?</source>
        <translation>
            <numerusform>将 %n 个事件合并为一个？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resolve %n incident(s)?</source>
        <translation>
            <numerusform>解决 %n 个事件？</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 remains. This cannot be undone:</source>
        <translation>保留 %1。此操作无法撤销：</translation>
    </message>
    <message>
        <source>They will be resolved for everybody and cannot be reopened:</source>
        <translation>它们对所有人都将结束，且无法重新打开：</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>解决</translation>
    </message>
    <message>
        <source>How long or until when, such as 2h or 08:00</source>
        <translation>多久或到何时，例如 2h 或 08:00</translation>
    </message>
    <message>
        <source>It pages again at %1</source>
        <translation>%1 再次呼叫</translation>
    </message>
    <message>
        <source>Names or e-mail addresses, comma-separated</source>
        <translation>姓名或电子邮件地址，用逗号分隔</translation>
    </message>
    <message>
        <source>Which level of the escalation policy, from 1</source>
        <translation>升级策略的第几级，从 1 开始</translation>
    </message>
    <message>
        <source>Level %1</source>
        <translation>第 %1 级</translation>
    </message>
    <message>
        <source>The name of the priority, such as P1</source>
        <translation>优先级名称，例如 P1</translation>
    </message>
    <message>
        <source>What everybody should read at the source</source>
        <translation>希望大家在来源中看到的内容</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>已排队</translation>
    </message>
    <message>
        <source>The service opens nothing new until %1; what is open goes on</source>
        <translation>直到 %1 服务不再开启新的；已开启的继续</translation>
    </message>
</context>
<context>
    <name>quarterdeck::SourcesPane</name>
    <message>
        <source>Nothing is connected yet.</source>
        <translation>尚未连接任何来源。</translation>
    </message>
    <message>
        <source>Add a source…</source>
        <translation>添加来源…</translation>
    </message>
    <message>
        <source>Its secret stays in the keyring.</source>
        <translation>其机密仍保留在密钥环中。</translation>
    </message>
    <message>
        <source>Remove the source?</source>
        <translation>移除此来源？</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Add Alertmanager, Prometheus or another system you run. It is saved in %1.</source>
        <translation>添加 Alertmanager、Prometheus 或您运行的其他系统，保存到 %1。</translation>
    </message>
    <message>
        <source>It is removed from the configuration and no longer watched.</source>
        <translation>它将从配置中移除，不再被监视。</translation>
    </message>
    <message>
        <source>The context %1 has no source.</source>
        <translation>上下文 %1 没有来源。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>The source %1 was added.</source>
        <translation>已添加来源 %1。</translation>
    </message>
    <message>
        <source>The source %1 was removed.</source>
        <translation>已移除来源 %1。</translation>
    </message>
    <message>
        <source>The source %1 was changed.</source>
        <translation>已更改来源 %1。</translation>
    </message>
    <message>
        <source>Undo what was done before?</source>
        <translation>要撤销更早的操作吗？</translation>
    </message>
    <message>
        <source>The last change is already undone. Before that:</source>
        <translation>最近的操作已经撤销。在此之前：</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>quarterdeck::StartProblem</name>
    <message>
        <source>Fix it, or choose another configuration with --config. qdeck config check reports everything that is wrong.</source>
        <translation>请修正它，或用 --config 指定另一个配置。qdeck config check 会列出配置中的所有问题。</translation>
    </message>
    <message>
        <source>Quarterdeck</source>
        <translation>Quarterdeck</translation>
    </message>
    <message>
        <source>Quarterdeck cannot start</source>
        <translation>Quarterdeck 无法启动</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>quarterdeck::StatTile</name>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1：%2，%3</translation>
    </message>
</context>
<context>
    <name>quarterdeck::StatusLine</name>
    <message>
        <source>? shortcuts</source>
        <translation>? 快捷键</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>此页的快捷键</translation>
    </message>
    <message>
        <source>No source is connected.</source>
        <translation>没有连接任何来源。</translation>
    </message>
    <message>
        <source>and %1 more, %2 not up to date</source>
        <translation>另有 %1 个，其中 %2 个数据不是最新</translation>
    </message>
    <message>
        <source>and %1 more, up to date</source>
        <translation>另有 %1 个，数据均为最新</translation>
    </message>
    <message>
        <source>Everything shown is cached.</source>
        <translation>显示的所有内容都来自缓存。</translation>
    </message>
    <message>
        <source>Outbox: unreadable</source>
        <translation>发件箱：无法读取</translation>
    </message>
    <message>
        <source>No alert source is connected.</source>
        <translation>没有连接告警来源。</translation>
    </message>
</context>
<context>
    <name>quarterdeck::StepDelegate</name>
    <message>
        <source>saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>This step changed after %1. Read it again.</source>
        <translation>在 %1 之后，此步骤有变化。请重新阅读。</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>备注：%1</translation>
    </message>
    <message>
        <source>Skipped: %1</source>
        <translation>已跳过：%1</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>影响</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>处置</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>done by %1</source>
        <translation>由 %1 完成</translation>
    </message>
    <message>
        <source>skipped by %1</source>
        <translation>由 %1 跳过</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未完成</translation>
    </message>
</context>
<context>
    <name>quarterdeck::StepDetail</name>
    <message>
        <source>This step</source>
        <translation>此步骤</translation>
    </message>
    <message>
        <source>This step has no code.</source>
        <translation>此步骤没有代码。</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>步骤 %1</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
</context>
<context>
    <name>quarterdeck::StepLines</name>
    <message>
        <source>done: %1 %2</source>
        <translation>已完成：%1 %2</translation>
    </message>
    <message>
        <source>open: %1 %2</source>
        <translation>未完成：%1 %2</translation>
    </message>
</context>
<context>
    <name>quarterdeck::StripRow</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1. The previous filter stays active.</source>
        <translation>%1。之前的筛选条件仍然有效。</translation>
    </message>
    <message>
        <source>Updates are paused. The list shows what was known when you paused.</source>
        <translation>更新已暂停：以下为暂停时的数据。</translation>
    </message>
    <message numerus="yes">
        <source>%n more source(s) not up to date: %1</source>
        <translation>
            <numerusform>另有 %n 个来源的数据不是最新：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message numerus="yes">
        <source>%n new alert(s) since you scrolled</source>
        <translation>
            <numerusform>您向下滚动后有 %n 条新告警</numerusform>
        </translation>
    </message>
    <message>
        <source>Show  .</source>
        <translation>显示  .</translation>
    </message>
    <message>
        <source>No alert source is connected: more alerts may be firing than are listed.</source>
        <translation>没有连接告警来源：触发中的告警可能比列出的更多。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln alert(s) marked: actions apply to these</source>
        <translation>
            <numerusform>已标记 %Ln 条告警：所有操作都针对它们</numerusform>
        </translation>
    </message>
    <message>
        <source>Unmark all</source>
        <translation>取消全部标记</translation>
    </message>
</context>
<context>
    <name>quarterdeck::TimeChart</name>
    <message>
        <source>No data in this range.</source>
        <translation>此范围内没有数据。</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Values of %1</source>
        <translation>%1 的数值</translation>
    </message>
</context>
<context>
    <name>quarterdeck::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>nothing recorded yet</source>
        <translation>尚无记录</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>无法读取：%1</translation>
    </message>
    <message>
        <source>the newest %1 of %2</source>
        <translation>%2 条中最新的 %1 条</translation>
    </message>
</context>
<context>
    <name>quarterdeck::Toast</name>
    <message>
        <source>Undo  u</source>
        <translation>撤销  u</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>u undoes it.</source>
        <translation>按 u 撤销。</translation>
    </message>
</context>
<context>
    <name>quarterdeck::TopBar</name>
    <message>
        <source>Go to a page, service, alert or runbook, or run an action…</source>
        <translation>转到页面、服务、告警或运行手册，或执行操作…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Paused: no source is being polled. Click to resume.</source>
        <translation>已暂停：不会查询任何来源。单击以继续。</translation>
    </message>
    <message>
        <source>Live: %1 of %2 sources up to date. Click to pause.</source>
        <translation>实时：%2 个来源中 %1 个最新。单击以暂停。</translation>
    </message>
    <message>
        <source> (Ctrl+L)</source>
        <translation>（Ctrl+L）</translation>
    </message>
    <message>
        <source>Time zone: %1. Click to switch.</source>
        <translation>显示的时区：%1。单击切换。</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>%1 of %2 up to date</source>
        <translation>%1/%2 最新</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>无来源</translation>
    </message>
</context>
<context>
    <name>quarterdeck::UndoBook</name>
    <message>
        <source>Nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>Undo an earlier action?</source>
        <translation>要撤销更早的操作吗？</translation>
    </message>
    <message>
        <source>Your last action is already undone. Before that:</source>
        <translation>最近的操作已经撤销。在此之前：</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Note removed</source>
        <translation>备注已移除</translation>
    </message>
    <message>
        <source>Discarded before it was sent</source>
        <translation>已在发送前放弃</translation>
    </message>
    <message numerus="yes">
        <source>%Ln discarded before it was sent</source>
        <translation>
            <numerusform>%Ln 项已在发送前放弃</numerusform>
        </translation>
    </message>
    <message>
        <source>Already sent: undoing it is queued</source>
        <translation>已经发送：撤回操作已排队</translation>
    </message>
    <message>
        <source>Being sent; cannot be cancelled now. Undo again once the source confirms it</source>
        <translation>正在发送，现在无法收回。请在生效后再次撤销</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be undone</source>
        <translation>
            <numerusform>%Ln 项无法撤销</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln already sent: undoing is queued</source>
        <translation>
            <numerusform>%Ln 项已经发送：撤回操作已排队</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quarterdeck::VerbButton</name>
    <message>
        <source>Shortcut: %1</source>
        <translation>快捷键 %1</translation>
    </message>
</context>
<context>
    <name>quarterdeck::VerbGate</name>
    <message>
        <source>%1 only reports its alerts: they can be neither acknowledged nor silenced there.</source>
        <translation>%1 只报告告警：在那里既不能确认也不能静默。</translation>
    </message>
    <message>
        <source>This context is read-only: you cannot acknowledge or silence alerts here.</source>
        <translation>此上下文为只读：无法从这里确认或静默任何告警。</translation>
    </message>
    <message>
        <source>%1 does not offer this here.</source>
        <translation>%1 在此不提供此操作。</translation>
    </message>
</context>
<context>
    <name>quarterdeck::Welcome</name>
    <message>
        <source>Nothing is connected yet</source>
        <translation>尚未连接任何来源</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>试用演示</translation>
    </message>
    <message>
        <source>Scan this machine</source>
        <translation>在本机上查找</translation>
    </message>
    <message>
        <source>Scan this machine for backends</source>
        <translation>在本机上查找后端</translation>
    </message>
    <message>
        <source>Or write %1 by hand; qdeck config check reports what is wrong.</source>
        <translation>或手动编写 %1；qdeck config check 会说明其中的问题。</translation>
    </message>
    <message>
        <source>Scanning the usual local ports and amtool&apos;s configuration…</source>
        <translation>正在查看本机的常用端口和 amtool 的配置…</translation>
    </message>
    <message>
        <source>No answer on ports 9090, 9093 and 19531; amtool is not configured.</source>
        <translation>端口 9090、9093 和 19531 均无响应，本机也未配置 amtool。</translation>
    </message>
    <message numerus="yes">
        <source>Found %n backend(s):</source>
        <translation>
            <numerusform>找到 %n 个后端：</numerusform>
        </translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Connect these backends</source>
        <translation>连接这些后端</translation>
    </message>
    <message>
        <source>%1 already exists and was not changed. Add the backends there.</source>
        <translation>%1 已存在，未作更改。请在其中添加后端。</translation>
    </message>
    <message>
        <source>Cannot write %1: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Press Esc to continue without a source.</source>
        <translation>按 Esc 跳过，暂不连接来源。</translation>
    </message>
    <message>
        <source>Add a source…</source>
        <translation>添加来源…</translation>
    </message>
    <message>
        <source>Open config.yaml</source>
        <translation>打开 config.yaml</translation>
    </message>
    <message>
        <source>Quarterdeck reads the systems you already run. Connect an alert source such as Alertmanager, Icinga2 or PagerDuty, a Prometheus or a journal server, or try the demo: a simulated company on real local servers, with an incident within a minute.</source>
        <translation>Quarterdeck 读取您已有的监控系统。您可以连接 Alertmanager、Icinga2 或 PagerDuty 等告警来源、Prometheus 或 journal 服务器，也可以试用演示：本机真实服务器上的一家虚拟公司，一分钟内即会发生一起事件。</translation>
    </message>
</context>
<context>
    <name>quarterdeck::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>页面(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
</TS>

-- A state.db as version 6 of the schema wrote it, with one row of each kind, two sources and what a person said of their alerts. Sums are those of version 6.
INSERT INTO outbox VALUES(1, qd_sum('outbox','1b4e28ba-2fa1-11d2-883f-0016d3cca427','acknowledge','eu-am','eu-am','f1','HighLatency',7,100,x'00','',3600000,'ana','on it',1795255200000,'unknown',1795255800000,1,1795255200000,'','',0,'{"code":"in-doubt","args":{"text":"am has an internal problem (502)."}}','http://127.0.0.1:9093',1795255205000,x'',''),
  '1b4e28ba-2fa1-11d2-883f-0016d3cca427','acknowledge','eu-am','eu-am','f1','HighLatency',7,100,x'00','',3600000,'ana','on it',1795255200000,'unknown',1795255800000,1,1795255200000,'','',0,'{"code":"in-doubt","args":{"text":"am has an internal problem (502)."}}','http://127.0.0.1:9093',1795255205000,x'','');
INSERT INTO outbox VALUES(2, qd_sum('outbox','1b4e28ba-2fa1-11d2-883f-0016d3cca428','acknowledge','eu-am','eu-am','f1','HighLatency',7,100,x'00','',3600000,'ana','on it',1795255200000,'sending',1795255800000,1,1795255200000,'','',0,'','http://127.0.0.1:9093',0,x'',''),
  '1b4e28ba-2fa1-11d2-883f-0016d3cca428','acknowledge','eu-am','eu-am','f1','HighLatency',7,100,x'00','',3600000,'ana','on it',1795255200000,'sending',1795255800000,1,1795255200000,'','',0,'','http://127.0.0.1:9093',0,x'','');
INSERT INTO outbox VALUES(3, qd_sum('outbox','1b4e28ba-2fa1-11d2-883f-0016d3cca429','acknowledge','eu-am','eu-am','f1','HighLatency',7,100,x'00','',3600000,'ana','on it',1795255200000,'conflict',1795255800000,1,1795255200000,'','',0,'{"code":"fires-again","args":{"since":"2026-11-21T14:05:00Z"}}','',0,x'',''),
  '1b4e28ba-2fa1-11d2-883f-0016d3cca429','acknowledge','eu-am','eu-am','f1','HighLatency',7,100,x'00','',3600000,'ana','on it',1795255200000,'conflict',1795255800000,1,1795255200000,'','',0,'{"code":"fires-again","args":{"since":"2026-11-21T14:05:00Z"}}','',0,x'','');
INSERT INTO outbox VALUES(4, 12345,
  '1b4e28ba-2fa1-11d2-883f-0016d3cca426','silence','eu-am','eu-am','f1','HighLatency',7,100,x'00','s1',3600000,'eve','on it',1795255200000,'rejected',1795255800000,1,1795255200000,'connection refused','',0,'','',0,x'','');
INSERT INTO notes VALUES(1, qd_sum('notes','2b4e28ba-2fa1-11d2-883f-0016d3cca427','eu-am','f1','ana','old note',1795255200000,0,0),
  '2b4e28ba-2fa1-11d2-883f-0016d3cca427','eu-am','f1','ana','old note',1795255200000,0,0);
INSERT INTO runs VALUES(1, qd_sum('runs','3b4e28ba-2fa1-11d2-883f-0016d3cca427','latency','High latency','eu-am','f1',x'00','ana',1795255200000,0),
  '3b4e28ba-2fa1-11d2-883f-0016d3cca427','latency','High latency','eu-am','f1',x'00','ana',1795255200000,0);
INSERT INTO marks VALUES(1, qd_sum('marks','3b4e28ba-2fa1-11d2-883f-0016d3cca427','s1',1,'ana',1795255201000,'','Look'),
  '3b4e28ba-2fa1-11d2-883f-0016d3cca427','s1',1,'ana',1795255201000,'','Look');
INSERT INTO history VALUES(1, qd_sum('history','eu-am','f1','fired',1795255100000,'',''), 'eu-am','f1','fired',1795255100000,'','');
INSERT INTO history VALUES(2, qd_sum('history','eu-am','f1','action-queued',1795255200000,'ana','acknowledge: on it: now'), 'eu-am','f1','action-queued',1795255200000,'ana','acknowledge: on it: now');
INSERT INTO history VALUES(3, qd_sum('history','eu-am','f1','action-confirmed',1795255201000,'ana','acknowledge'), 'eu-am','f1','action-confirmed',1795255201000,'ana','acknowledge');
INSERT INTO history VALUES(4, qd_sum('history','eu-am','f1','action-failed',1795255202000,'ana','acknowledge: taken back before it was sent'), 'eu-am','f1','action-failed',1795255202000,'ana','acknowledge: taken back before it was sent');
INSERT INTO history VALUES(5, qd_sum('history','eu-am','f1','action-failed',1795255203000,'ana','silence: connection refused'), 'eu-am','f1','action-failed',1795255203000,'ana','silence: connection refused');
INSERT INTO firings VALUES(1, qd_sum('firings','eu-am','f1','HighLatency','checkout','payments','critical','acknowledged',1795255100000,1795255160000,0,'ana',x'000000'),
  'eu-am','f1','HighLatency','checkout','payments','critical','acknowledged',1795255100000,1795255160000,0,'ana',x'000000');
INSERT INTO firings VALUES(2, 12345,
  'eu-am','f2','Altered','checkout','payments','critical','triggered',1795255100000,0,0,'',x'000000');
INSERT INTO firings VALUES(3, qd_sum('firings','eu-pd','Q1','High latency of checkout','checkout','','critical','resolved',1795255130000,1795255150000,1795255190000,'ben',x'000000'),
  'eu-pd','Q1','High latency of checkout','checkout','','critical','resolved',1795255130000,1795255150000,1795255190000,'ben',x'000000');
INSERT INTO joins VALUES(1, qd_sum('joins','eu-am','f1','eu-pd','Q1',1,'ana',1795255170000),
  'eu-am','f1','eu-pd','Q1',1,'ana',1795255170000);
INSERT INTO meta VALUES('schema','6');

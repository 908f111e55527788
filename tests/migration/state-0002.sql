-- A state.db as version 2 of the schema wrote it, with one row of each kind. Sums are those of version 2.
INSERT INTO outbox VALUES(1, qd_sum('outbox','1b4e28ba-2fa1-11d2-883f-0016d3cca427','acknowledge','eu-am','eu-am','f1','HighLatency',7,100,x'00','',3600000,'ana','on it',1795255200000,'queued',1795255800000,0,1795255200000,'',''),
  '1b4e28ba-2fa1-11d2-883f-0016d3cca427','acknowledge','eu-am','eu-am','f1','HighLatency',7,100,x'00','',3600000,'ana','on it',1795255200000,'queued',1795255800000,0,1795255200000,'','');
INSERT INTO notes VALUES(1, qd_sum('notes','2b4e28ba-2fa1-11d2-883f-0016d3cca427','eu-am','f1','ana','old note',1795255200000,0,0),
  '2b4e28ba-2fa1-11d2-883f-0016d3cca427','eu-am','f1','ana','old note',1795255200000,0,0);
INSERT INTO runs VALUES(1, qd_sum('runs','3b4e28ba-2fa1-11d2-883f-0016d3cca427','latency','High latency','eu-am','f1',x'00','ana',1795255200000,0),
  '3b4e28ba-2fa1-11d2-883f-0016d3cca427','latency','High latency','eu-am','f1',x'00','ana',1795255200000,0);
INSERT INTO marks VALUES(1, qd_sum('marks','3b4e28ba-2fa1-11d2-883f-0016d3cca427','s1',1,'ana',1795255201000,'','Look'),
  '3b4e28ba-2fa1-11d2-883f-0016d3cca427','s1',1,'ana',1795255201000,'','Look');
INSERT INTO history VALUES(1, qd_sum('history','eu-am','f1','fired',1795255100000,'',''), 'eu-am','f1','fired',1795255100000,'','');
INSERT INTO firings VALUES(1, qd_sum('firings','eu-am','f1','HighLatency','checkout','payments','critical','acknowledged',1795255100000,1795255160000,0,'ana'),
  'eu-am','f1','HighLatency','checkout','payments','critical','acknowledged',1795255100000,1795255160000,0,'ana');
INSERT INTO firings VALUES(2, 12345,
  'eu-am','f2','Altered','checkout','payments','critical','triggered',1795255100000,0,0,'');
INSERT INTO meta VALUES('schema','2');

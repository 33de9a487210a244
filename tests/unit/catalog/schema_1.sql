-- SPDX-License-Identifier: MIT
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE counter (
 name TEXT PRIMARY KEY,
 value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO counter VALUES('photo',4);
CREATE TABLE folder (
 id INTEGER PRIMARY KEY,
 path BLOB NOT NULL UNIQUE
) STRICT;
INSERT INTO folder VALUES(1,X'2f62696e');
INSERT INTO folder VALUES(2,X'2f702f636f70696573');
INSERT INTO folder VALUES(3,X'2f702fe974e9');
INSERT INTO folder VALUES(4,X'2f702f676f6e65');
INSERT INTO folder VALUES(5,X'2f702f63616e6e6573');
CREATE TABLE photo (
 id INTEGER PRIMARY KEY,
 sort INTEGER NOT NULL UNIQUE,
 identity TEXT NOT NULL UNIQUE,
 missing INTEGER NOT NULL,
 added INTEGER NOT NULL,
 added_day INTEGER NOT NULL,
 type TEXT NOT NULL,
 date_created TEXT,
 date_lower INTEGER,
 date_upper INTEGER,
 clock INTEGER NOT NULL,
 captured_lower INTEGER,
 captured_upper INTEGER,
 filled INTEGER NOT NULL,
 conflicts INTEGER NOT NULL,
 name TEXT NOT NULL
) STRICT;
INSERT INTO photo VALUES(1,1196373013546,'xxh3:0a',0,1795598899,20782,'jpeg','2023-04-17',19464,19464,50602000000000,19464,19464,919895,0,'sh');
INSERT INTO photo VALUES(2,1196370821120,'xxh3:0b',0,1795598899,20782,'jpeg','2023-04-XX',19448,19477,-1,NULL,NULL,2180,4,'b.jpg');
INSERT INTO photo VALUES(3,-1099511627773,'xxh3:0c',1,1795598899,20782,'jpeg',NULL,NULL,NULL,-1,NULL,NULL,4096,0,'c.jpg');
INSERT INTO photo VALUES(4,1196372995344,'xxh3:0d',0,1795598899,20782,'jpeg','2023-04-17',19464,19464,32400000000000,19464,19464,133140,0,'d.jpg');
CREATE TABLE location (
 id INTEGER PRIMARY KEY,
 photo_id INTEGER NOT NULL REFERENCES photo (id),
 folder_id INTEGER NOT NULL REFERENCES folder (id),
 name BLOB NOT NULL,
 bytes INTEGER NOT NULL,
 mtime_ns INTEGER NOT NULL,
 inode INTEGER NOT NULL,
 missing INTEGER NOT NULL,
 speaks INTEGER NOT NULL,
 richness INTEGER NOT NULL,
 UNIQUE (folder_id, name)
) STRICT;
INSERT INTO location VALUES(1,1,1,X'7368',81234,100,7,0,1,10);
INSERT INTO location VALUES(2,1,2,X'6120636f70792e6a7067',81234,200,7,0,0,2);
INSERT INTO location VALUES(3,2,3,X'622e6a7067',81234,300,7,0,1,3);
INSERT INTO location VALUES(4,3,4,X'632e6a7067',81234,400,7,1,1,1);
INSERT INTO location VALUES(5,4,5,X'642e6a7067',81234,500,7,0,1,4);
CREATE TABLE record (
 location_id INTEGER PRIMARY KEY REFERENCES location (id),
 chosen TEXT NOT NULL,
 sources TEXT NOT NULL
) STRICT;
INSERT INTO record VALUES(1,'{"type":"jpeg","width":1600,"height":1067,"orientation":0,"date":"2023-04-17","captured":"2023-04-17T14:03:22+02:00","gps":[43.551234567,-7.020000000],"fields":{"creators":{"items":["Joan Roca"],"origin":"caption"},"agencies":{"items":["WireImage","Getty Images"],"origin":"caption"},"city":{"items":["Cannes"],"origin":"caption"},"country":{"items":["France"],"origin":"caption"},"persons":{"items":["Ana Lima"],"origin":"caption"},"caption":{"items":["Ana Lima on the pink carpet"],"origin":"caption"},"keywords":{"items":["festival","carpet"],"origin":"caption"}},"credit":{"line":"Getty Images","parts":[["distributor","Getty Images"]]},"conflicts":[],"warnings":[]}','[{"s":1,"confidence":0.9000,"chosen":true},{"s":2,"confidence":0.9000,"chosen":true},{"s":3,"confidence":0.9000,"chosen":true},{"s":4,"confidence":0.9000,"chosen":true},{"s":5,"confidence":0.9000,"chosen":true},{"s":6,"confidence":0.9000,"chosen":true},{"s":7,"confidence":0.9000,"chosen":true}]');
INSERT INTO record VALUES(2,'{"type":"jpeg","width":1600,"height":1067,"orientation":0,"date":"2023-04-17","fields":{"caption":{"items":["Ana Lima"],"origin":"caption"}},"conflicts":[],"warnings":[]}','[{"s":6,"confidence":0.9000,"chosen":true}]');
INSERT INTO record VALUES(3,'{"type":"jpeg","width":1600,"height":1067,"orientation":0,"date":"2023-04-XX","fields":{"events":{"items":["Canneseries"],"origin":"caption"},"caption":{"items":["Été indien"],"origin":"caption"}},"conflicts":["date_created"],"warnings":[]}','[{"s":8,"confidence":0.9000,"chosen":true},{"s":6,"confidence":0.9000,"chosen":true}]');
INSERT INTO record VALUES(4,'{"type":"jpeg","width":1600,"height":1067,"orientation":0,"fields":{"headline":{"items":["No date, no file"],"origin":"caption"}},"conflicts":[],"warnings":[]}','[{"s":9,"confidence":0.9000,"chosen":true}]');
INSERT INTO record VALUES(5,'{"type":"jpeg","width":1600,"height":1067,"orientation":0,"date":"2023-04-17","captured":"2023-04-17T09:00:00","fields":{"city":{"items":["Nice"],"origin":"caption"},"caption":{"items":["Sea"],"origin":"caption"}},"conflicts":[],"warnings":[]}','[{"s":3,"confidence":0.9000,"chosen":true},{"s":6,"confidence":0.9000,"chosen":true}]');
CREATE TABLE name (
 id INTEGER PRIMARY KEY,
 field TEXT NOT NULL,
 text TEXT NOT NULL,
 UNIQUE (field, text)
) STRICT;
INSERT INTO name VALUES(1,'creators','Joan Roca');
INSERT INTO name VALUES(2,'agencies','WireImage');
INSERT INTO name VALUES(3,'agencies','Getty Images');
INSERT INTO name VALUES(4,'city','Cannes');
INSERT INTO name VALUES(5,'country','France');
INSERT INTO name VALUES(6,'persons','Ana Lima');
INSERT INTO name VALUES(7,'keywords','festival');
INSERT INTO name VALUES(8,'keywords','carpet');
INSERT INTO name VALUES(9,'events','Canneseries');
INSERT INTO name VALUES(10,'city','Nice');
CREATE TABLE photo_name (
 photo_id INTEGER NOT NULL REFERENCES photo (id),
 name_id INTEGER NOT NULL REFERENCES name (id),
 PRIMARY KEY (photo_id, name_id)
) STRICT, WITHOUT ROWID;
INSERT INTO photo_name VALUES(1,1);
INSERT INTO photo_name VALUES(1,2);
INSERT INTO photo_name VALUES(1,3);
INSERT INTO photo_name VALUES(1,4);
INSERT INTO photo_name VALUES(1,5);
INSERT INTO photo_name VALUES(1,6);
INSERT INTO photo_name VALUES(1,7);
INSERT INTO photo_name VALUES(1,8);
INSERT INTO photo_name VALUES(2,9);
INSERT INTO photo_name VALUES(4,10);
CREATE TABLE source (
 id INTEGER PRIMARY KEY,
 field TEXT NOT NULL,
 origin TEXT NOT NULL,
 why TEXT NOT NULL,
 UNIQUE (field, origin, why)
) STRICT;
INSERT INTO source VALUES(1,'creators','caption','the only one');
INSERT INTO source VALUES(2,'agencies','caption','the only one');
INSERT INTO source VALUES(3,'city','caption','the only one');
INSERT INTO source VALUES(4,'country','caption','the only one');
INSERT INTO source VALUES(5,'persons','caption','the only one');
INSERT INTO source VALUES(6,'caption','caption','the only one');
INSERT INTO source VALUES(7,'keywords','caption','the only one');
INSERT INTO source VALUES(8,'events','caption','the only one');
INSERT INTO source VALUES(9,'headline','caption','the only one');
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','words','words',0,'CREATE VIRTUAL TABLE words USING fts5(creators, agencies, sublocation, city, province_state, country, events, persons, "references", restrictions, caption, headline, title, credit_line, copyright_notice, country_code, keywords, usage_terms, instructions, licensor, web_statement, source, digital_source_type, alt_text, caption_writer, creator_title, camera, via, file, content='''', tokenize=''unicode61 remove_diacritics 2'')');
CREATE TABLE IF NOT EXISTS 'words_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO words_data VALUES(1,X'04020400020001010200000904000000000300000000000000000000020b');
INSERT INTO words_data VALUES(10,X'000000010106060006010101020101030101040101050101060101');
INSERT INTO words_data VALUES(137438953473,X'0000011a0430616e61a2e8eb8de82a0c010702010a02010663616e6e6573a2e8eb8de82a06010302030472706574a2e8eb8de82a0c010a070110040108666573746976616ca2e8eb8de82a06011002020572616e6365a2e8eb8de82a0601050201056765747479a2e8eb8de82a0c010104011b020106696d61676573a2e8eb8de82a0c010105011b0301046a6f616ea2e8eb8de82a020201046c696d61a2e8eb8de82a0c010703010a0301026f6ea2e8eb8de82a06010a04010470696e6ba2e8eb8de82a06010a060104726f6361a2e8eb8de82a020301027368a2e8eb8de82a06011c020103746865a2e8eb8de82a06010a05010977697265696d616765a2e8eb8de82a060101020103ee8080a2e8eb8de82a0c01010301100304121213141114150e130e100e0e0f15');
INSERT INTO words_data VALUES(274877906945,X'00000146023061a2e8eb8de82a06011c0402026e61a2e8eb8de82a0d010702010a02010663616e6e6573a2e8eb8de82a07010302030472706574a2e8eb8de82a0d010a0701100402036f7079a2e8eb8de82a06011c050108666573746976616ca2e8eb8de82a07011002020572616e6365a2e8eb8de82a0701050201056765747479a2e8eb8de82a0d010104011b020106696d61676573a2e8eb8de82a0d010105011b0301046a6f616ea2e8eb8de82a030202027067a2e8eb8de82a06011c0601046c696d61a2e8eb8de82a0d010703010a0301026f6ea2e8eb8de82a07010a04010470696e6ba2e8eb8de82a07010a060104726f6361a2e8eb8de82a030301027368a2e8eb8de82a07011c020103746865a2e8eb8de82a07010a05010977697265696d616765a2e8eb8de82a070101020103ee8080a2e8eb8de82a13010103011003011c03040d1112130f141114150e0e130e100e0e0f15');
INSERT INTO words_data VALUES(412316860417,X'00000058023062a2e8ea88800006011c02010b63616e6e65736572696573a2e8ea888000060106020103657465a2e8ea88800006010a020106696e6469656ea2e8ea88800006010a0301036a7067a2e8ea88800006011c03040d170f12');
INSERT INTO words_data VALUES(549755813889,X'0000005e023063fffffff0808080800306011c02010464617465fffffff0808080800306010b03010466696c65fffffff0808080800306010b0501036a7067fffffff0808080800306011c0301026e6ffffffff0808080800308010b02040410131312');
INSERT INTO words_data VALUES(687194767361,X'0000003f023064a2e8eb8cda1006011c0201036a7067a2e8eb8cda1006011c0301046e696365a2e8eb8cda10060103020103736561a2e8eb8cda1006010a02040d0f10');
INSERT INTO words_data VALUES(824633720833,X'0000005e023063fffffff0808080800307011c02010464617465fffffff0808080800307010b03010466696c65fffffff0808080800307010b0501036a7067fffffff0808080800307011c0301026e6ffffffff0808080800309010b02040410131312');
CREATE TABLE IF NOT EXISTS 'words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO words_idx VALUES(1,X'',2);
INSERT INTO words_idx VALUES(2,X'',2);
INSERT INTO words_idx VALUES(3,X'',2);
INSERT INTO words_idx VALUES(4,X'',2);
INSERT INTO words_idx VALUES(5,X'',2);
INSERT INTO words_idx VALUES(6,X'',2);
CREATE TABLE IF NOT EXISTS 'words_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
INSERT INTO words_docsize VALUES(-1099511627773,X'0000000000000000000000040000000000000000000000000000000002');
INSERT INTO words_docsize VALUES(1196370821120,X'0000000000000100000002000000000000000000000000000000000002');
INSERT INTO words_docsize VALUES(1196372995344,X'0000000100000000000001000000000000000000000000000000000002');
INSERT INTO words_docsize VALUES(1196373013546,X'0204000100010002000006000000000003000000000000000000000205');
CREATE TABLE IF NOT EXISTS 'words_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO words_config VALUES('hashsize',16777216);
INSERT INTO words_config VALUES('version',4);
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','folder_words','folder_words',0,'CREATE VIRTUAL TABLE folder_words USING fts5(path, content='''', tokenize=''unicode61 remove_diacritics 2'')');
CREATE TABLE IF NOT EXISTS 'folder_words_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO folder_words_data VALUES(1,X'0509');
INSERT INTO folder_words_data VALUES(10,X'000000000105050005010101020101030101040101050101');
INSERT INTO folder_words_data VALUES(137438953473,X'0000000c043062696e01020204');
INSERT INTO folder_words_data VALUES(274877906945,X'000000150730636f70696573020203010170020202040b');
INSERT INTO folder_words_data VALUES(412316860417,X'000000100230700302020101740302030406');
INSERT INTO folder_words_data VALUES(549755813889,X'000000130530676f6e650402030101700402020409');
INSERT INTO folder_words_data VALUES(687194767361,X'00000015073063616e6e6573050203010170050202040b');
CREATE TABLE IF NOT EXISTS 'folder_words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO folder_words_idx VALUES(1,X'',2);
INSERT INTO folder_words_idx VALUES(2,X'',2);
INSERT INTO folder_words_idx VALUES(3,X'',2);
INSERT INTO folder_words_idx VALUES(4,X'',2);
INSERT INTO folder_words_idx VALUES(5,X'',2);
CREATE TABLE IF NOT EXISTS 'folder_words_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
INSERT INTO folder_words_docsize VALUES(1,X'01');
INSERT INTO folder_words_docsize VALUES(2,X'02');
INSERT INTO folder_words_docsize VALUES(3,X'02');
INSERT INTO folder_words_docsize VALUES(4,X'02');
INSERT INTO folder_words_docsize VALUES(5,X'02');
CREATE TABLE IF NOT EXISTS 'folder_words_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO folder_words_config VALUES('version',4);
CREATE INDEX photo_time ON photo (date_lower, clock);
CREATE INDEX location_photo ON location (photo_id);
PRAGMA writable_schema=OFF;
COMMIT;
PRAGMA application_id=1668641900;
PRAGMA user_version=1;

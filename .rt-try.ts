import { startTemporaryServer } from "@/lib/db/embedded/temporary";
import { applyMigrations, schemaDrift } from "@/lib/db/migrations";
import { mkdirSync, writeFileSync, rmSync } from "node:fs";
import pg from "pg";
const dir="/tmp/rt-mig"; rmSync(dir,{recursive:true,force:true});
mkdirSync(dir+"/m/20260101000000_init",{recursive:true});
writeFileSync(dir+"/schema.prisma",`datasource db {\n provider = "postgresql"\n}\nmodel Thing {\n id Int @id\n name String @unique\n}\n`);
console.time("start"); const s=await startTemporaryServer(); console.timeEnd("start");
const url=s.url("postgres");
try {
const sql=await schemaDrift(url,{folder:dir+"/none",schema:dir+"/schema.prisma"}); console.log(sql);
writeFileSync(dir+"/m/20260101000000_init/migration.sql", sql+`
CREATE FUNCTION f() RETURNS trigger AS $$ BEGIN NEW.name := NEW.name || ';'; RETURN NEW; END; $$ LANGUAGE plpgsql;
CREATE TRIGGER t BEFORE INSERT ON "Thing" FOR EACH ROW EXECUTE FUNCTION f();
-- the end`);
console.time("apply");console.log(await Promise.all([1,2,3].map(()=>applyMigrations(url,{folder:dir+"/m"}))));console.timeEnd("apply");
const c=new pg.Client(url); await c.connect();
console.log((await c.query("select * from _prisma_migrations")).rows);
await c.query(`insert into "Thing" values (1,'a')`); console.log((await c.query(`select * from "Thing"`)).rows);
console.log("drift:",JSON.stringify(await schemaDrift(url,{folder:dir+"/m",schema:dir+"/schema.prisma"})));
mkdirSync(dir+"/m/20260102000000_bad",{recursive:true});
writeFileSync(dir+"/m/20260102000000_bad/migration.sql","CREATE TABLE half (id int); SELECT 1/0;");
for (const o of [{}, {}, {retryFailed:true}]) await applyMigrations(url,{folder:dir+"/m",...o}).catch(e=>console.log(e.name, e.code, e.message));
console.log((await c.query("select to_regclass('half')")).rows, (await c.query("select logs from _prisma_migrations")).rows);
writeFileSync(dir+"/m/20260102000000_bad/migration.sql","CREATE TABLE half (id int);");
console.log(await applyMigrations(url,{folder:dir+"/m",retryFailed:true}));
await c.query("update _prisma_migrations set finished_at=null, logs=null where migration_name like '%bad' and rolled_back_at is null; drop table half");
console.log("interrupted", await applyMigrations(url,{folder:dir+"/m"}));
rmSync(dir+"/m/20260102000000_bad",{recursive:true});
await applyMigrations(url,{folder:dir+"/m"}).catch(e=>console.log(e.code, e.message));
await c.query("create database foreign_db");
const c2=new pg.Client(s.url("foreign_db")); await c2.connect(); await c2.query("create table x()"); await c2.end();
await applyMigrations(s.url("foreign_db"),{folder:dir+"/m"}).catch(e=>console.log(e.code, e.message));
console.log((await c.query("select datname, datcollate, datlocprovider, datlocale from pg_database")).rows);
await c.end();
} finally { console.time("stop"); await s.stop(); console.timeEnd("stop"); }

-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- Prepares a PostgreSQL 18 server for Groundwork: one database, four roles, six extensions. An administrator (superuser)
-- runs it once; running it again changes nothing but what was altered by hand. The program runs the same file on the
-- server it brings itself.
--
--   GW_OWNER_PASSWORD='…' psql -X -h HOST -U postgres -f setup.sql postgres
--
-- Afterwards give Groundwork one setting:
--
--   groundwork.database.url=jdbc:postgresql://HOST/groundwork?user=gw_owner&password=…
--
-- The passwords of the other three roles are set by Groundwork itself at each start, through gw_owner.

\set ON_ERROR_STOP on
\getenv owner_password GW_OWNER_PASSWORD

-- Every session of this file: no surprise from a search path somebody set.
SET search_path = pg_catalog;

DO $$
BEGIN
  IF current_setting('server_version_num')::int / 10000 <> 18 THEN
    RAISE EXCEPTION 'Groundwork needs PostgreSQL 18, this is %', current_setting('server_version');
  END IF;
END $$;

-- Roles. None is a superuser.
--   gw_owner  owns tables and changes them when the program is updated; never used by a request
--   gw_app    reads and writes rows for requests and jobs, within row security
--   gw_auth   reads and writes accounts, sessions and sign-in tokens only
--   gw_ops    reads everything for exports and checks, writes nothing
DO $$
DECLARE
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['gw_owner', 'gw_app', 'gw_auth', 'gw_ops'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
      EXECUTE format('CREATE ROLE %I', role_name);
    END IF;
  END LOOP;
END $$;

ALTER ROLE gw_owner LOGIN CREATEROLE NOSUPERUSER NOCREATEDB NOREPLICATION NOBYPASSRLS PASSWORD :'owner_password';
ALTER ROLE gw_app LOGIN NOCREATEROLE NOSUPERUSER NOCREATEDB NOREPLICATION NOBYPASSRLS;
ALTER ROLE gw_auth LOGIN NOCREATEROLE NOSUPERUSER NOCREATEDB NOREPLICATION NOBYPASSRLS;
ALTER ROLE gw_ops LOGIN NOCREATEROLE NOSUPERUSER NOCREATEDB NOREPLICATION BYPASSRLS;

-- gw_owner may set their passwords (admin), but may neither act as them nor use their rights.
GRANT gw_app, gw_auth, gw_ops TO gw_owner WITH ADMIN TRUE, INHERIT FALSE, SET FALSE;

-- Names in statements are written in full; only extensions are found without their schema.
ALTER ROLE gw_owner SET search_path = ext, pg_catalog;
ALTER ROLE gw_app SET search_path = ext, pg_catalog;
ALTER ROLE gw_auth SET search_path = ext, pg_catalog;
ALTER ROLE gw_ops SET search_path = ext, pg_catalog;

ALTER ROLE gw_owner SET lock_timeout = '10s';
ALTER ROLE gw_app SET statement_timeout = '15s';
ALTER ROLE gw_app SET idle_in_transaction_session_timeout = '30s';
ALTER ROLE gw_app SET lock_timeout = '5s';
ALTER ROLE gw_auth SET statement_timeout = '15s';
ALTER ROLE gw_auth SET idle_in_transaction_session_timeout = '30s';
ALTER ROLE gw_auth SET lock_timeout = '5s';
-- Outside a transaction of one local every read of a tenant table fails, loudly, instead of finding nothing.
ALTER ROLE gw_app SET app.local = '';
-- If row security would hide rows from an export, that is an error and not a shorter export.
ALTER ROLE gw_ops SET row_security = off;
ALTER ROLE gw_ops SET default_transaction_read_only = on;

SELECT 'CREATE DATABASE groundwork OWNER gw_owner TEMPLATE template0 ENCODING ''UTF8'' '
  'LOCALE_PROVIDER builtin BUILTIN_LOCALE ''C.UTF-8'' LOCALE ''C'''
  WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'groundwork')
\gexec

\connect groundwork

SET search_path = pg_catalog;

REVOKE ALL ON DATABASE groundwork FROM PUBLIC;
GRANT CONNECT ON DATABASE groundwork TO gw_app, gw_auth, gw_ops;
REVOKE ALL ON SCHEMA public FROM PUBLIC;

CREATE SCHEMA IF NOT EXISTS ext;
GRANT USAGE ON SCHEMA ext TO gw_owner, gw_app, gw_auth, gw_ops;
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA ext;
CREATE EXTENSION IF NOT EXISTS btree_gin SCHEMA ext;
CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA ext;
CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA ext;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch SCHEMA ext;
CREATE EXTENSION IF NOT EXISTS intarray SCHEMA ext;

-- Whatever gw_owner creates later, gw_ops may read.
ALTER DEFAULT PRIVILEGES FOR ROLE gw_owner GRANT USAGE ON SCHEMAS TO gw_ops;
ALTER DEFAULT PRIVILEGES FOR ROLE gw_owner GRANT SELECT ON TABLES TO gw_ops;
ALTER DEFAULT PRIVILEGES FOR ROLE gw_owner GRANT SELECT ON SEQUENCES TO gw_ops;

-- Under row security PostgreSQL uses an index for a condition only if its function is known not to tell about rows it
-- was not shown ("leakproof"); a name search would otherwise read a million rows. Marking them gives nothing away
-- here: who can send such a statement could as well set the local it is checked against. Only a superuser may mark.
DO $$
DECLARE
  marked regprocedure;
BEGIN
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    RAISE NOTICE 'not a superuser: functions are not marked leakproof, searches will be slow';
    RETURN;
  END IF;
  FOREACH marked IN ARRAY ARRAY[
    'textlike(text,text)', 'textnlike(text,text)', 'texticlike(text,text)', 'texticnlike(text,text)',
    'starts_with(text,text)', 'lower(text)', 'upper(text)',
    'arraycontains(anyarray,anyarray)', 'arraycontained(anyarray,anyarray)', 'arrayoverlap(anyarray,anyarray)',
    'ts_match_vq(tsvector,tsquery)', 'ts_match_qv(tsquery,tsvector)',
    'range_overlaps(anyrange,anyrange)', 'range_contains(anyrange,anyrange)',
    'range_contains_elem(anyrange,anyelement)', 'elem_contained_by_range(anyelement,anyrange)',
    'ext._int_contains(integer[],integer[])', 'ext._int_contained(integer[],integer[])',
    'ext._int_overlap(integer[],integer[])', 'ext.boolop(integer[],ext.query_int)', 'ext.rboolop(ext.query_int,integer[])',
    'ext.similarity(text,text)', 'ext.similarity_op(text,text)', 'ext.similarity_dist(text,text)',
    'ext.word_similarity(text,text)', 'ext.word_similarity_op(text,text)',
    'ext.word_similarity_commutator_op(text,text)', 'ext.word_similarity_dist_op(text,text)',
    'ext.word_similarity_dist_commutator_op(text,text)', 'ext.strict_word_similarity(text,text)',
    'ext.strict_word_similarity_op(text,text)', 'ext.strict_word_similarity_commutator_op(text,text)',
    'ext.unaccent(text)', 'ext.unaccent(regdictionary,text)'
  ]::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s LEAKPROOF', marked);
  END LOOP;
END $$;

-- The roles of a database, made once by the cluster's administrator from the maintenance group, and again after the first migration for the ledger's tables:
--
--     psql "host=<cluster> dbname=<database> user=postgres_admin sslmode=verify-full sslrootcert=global-bundle.pem" -v database=lang_portal -f roles.sql
--
-- Nobody has a password: who may sign tokens of IAM for a role may be it. Safe to repeat.
\set ON_ERROR_STOP on
\set owner :database _owner
\set app :database _app
\set ledger :database _ledger
\set maintenance :database _maintenance

SELECT format('CREATE ROLE %I LOGIN', name) FROM unnest(ARRAY[:'owner', :'app', :'ledger', :'maintenance']) AS name
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) \gexec
GRANT rds_iam TO :"owner", :"app", :"ledger", :"maintenance";

-- The owner migrates; the application reads and writes rows and changes no table.
ALTER ROLE :"owner" SET statement_timeout = '600s';
ALTER ROLE :"app" SET statement_timeout = '10s';
ALTER ROLE :"app" SET idle_in_transaction_session_timeout = '30s';
ALTER ROLE :"ledger" SET statement_timeout = '10s';
ALTER ROLE :"ledger" SET idle_in_transaction_session_timeout = '30s';

-- People come straight to the cluster: three at once, and none stays for longer than ten minutes without a word or in one statement.
ALTER ROLE :"maintenance" CONNECTION LIMIT 3;
ALTER ROLE :"maintenance" SET idle_session_timeout = '600s';
ALTER ROLE :"maintenance" SET statement_timeout = '600s';
ALTER ROLE :"maintenance" SET idle_in_transaction_session_timeout = '600s';

REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
GRANT ALL ON DATABASE :"database" TO :"owner";
GRANT CONNECT ON DATABASE :"database" TO :"app", :"ledger", :"maintenance";
GRANT :"owner" TO CURRENT_USER;
ALTER SCHEMA public OWNER TO :"owner";
GRANT USAGE ON SCHEMA public TO :"app", :"ledger", :"maintenance";
ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO :"app", :"maintenance";
ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO :"app", :"maintenance";

-- What models cost, and nothing about learners.
SELECT format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO %I', tablename, :'ledger') FROM pg_tables
 WHERE schemaname = 'public' AND tablename LIKE 'model\_%' \gexec

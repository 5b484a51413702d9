"""What PostgreSQL lets our role do with our tables, and the statements that give it the rest.

Who makes the tables may be another role than who works with them: then tables that a new version
brings are mostly forgotten.
"""

from sqlalchemy import ARRAY, Text, bindparam, text
from sqlalchemy.exc import DBAPIError

from bot.db import Base, Database

VERSION = "alembic_version"  # which only `amp migrate` writes
# Of tables, and of what numbers their rows; what is not there is somebody else's to tell, but where
# the role may look into no schema at all, so that it sees none of ours.
LACKING = text(
    """
    WITH ours AS (
        SELECT name, c.oid AS id, c.relnamespace AS home
        FROM unnest(:names) AS name JOIN pg_class c ON c.oid = to_regclass(quote_ident(name)))
    , lacking AS (
        SELECT id, home FROM ours WHERE NOT (
            has_table_privilege(id, 'SELECT') AND (name = :version OR (
                has_table_privilege(id, 'INSERT') AND has_table_privilege(id, 'UPDATE')
                AND has_table_privilege(id, 'DELETE'))))
        UNION ALL
        SELECT s.oid, s.relnamespace FROM ours
        JOIN pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = ours.id
            AND d.classid = 'pg_class'::regclass AND d.deptype = 'a'
        JOIN pg_class s ON s.oid = d.objid
        WHERE CASE s.relkind WHEN 'S' THEN NOT has_sequence_privilege(s.oid, 'USAGE') END
        UNION ALL
        SELECT oid, relnamespace FROM pg_class
        WHERE current_schema() IS NULL AND relname = :version
            AND NOT has_schema_privilege(relnamespace, 'USAGE'))
    SELECT id::regclass::text, home::regnamespace::text, quote_ident(current_user),
        has_schema_privilege(home, 'USAGE') FROM lacking ORDER BY 1
    """
).bindparams(bindparam("names", type_=ARRAY(Text)), bindparam("version", VERSION))


async def lacking(database: Database) -> str | None:
    """A sentence on what the role may not use, with what to run; None where it may use all."""
    if database.on_sqlite:
        return None
    names = [VERSION, *(table.name for table in Base.metadata.sorted_tables)]
    async with database.read() as session:
        found = (await session.execute(LACKING, {"names": names})).all()
    if not found:
        return None
    _, schema, role, is_open = found[0]
    named = ", ".join(name for name, *_ in found[:3])
    return (
        f"{role} may not read and write {named}{' and others' * (len(found) > 3)}. "
        f"As the owner of the tables: "
        + f"GRANT USAGE ON SCHEMA {schema} TO {role}; " * (not is_open)
        + " ".join(
            f"GRANT ALL ON ALL {what} IN SCHEMA {schema} TO {role};"
            for what in ("TABLES", "SEQUENCES")
        )
        + " And for those of versions to come: "
        + " ".join(
            f"ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} GRANT ALL ON {what} TO {role};"
            for what in ("TABLES", "SEQUENCES")
        )
    )


OWNERS = text(
    """
    SELECT quote_ident(current_user), quote_ident(tableowner), min(tablename) FROM pg_tables
    WHERE schemaname = current_schema() AND tablename = ANY(:names)
        AND NOT pg_has_role(tableowner, 'USAGE') GROUP BY 2 ORDER BY 2
    """
).bindparams(bindparam("names", type_=ARRAY(Text)))


async def owned_by_others(database: Database) -> str | None:
    """A sentence on our tables that the role may not change, being another one's."""
    names = [VERSION, *(table.name for table in Base.metadata.sorted_tables)]
    async with database.read() as session:
        found = (await session.execute(OWNERS, {"names": names})).all()
    if not found:
        return None
    role, owner, table = found[0]
    return (
        f"the tables belong to {owner} ({table}, for one), and only who owns a table may change "
        f"it. Run this as {owner}; or let {role} be one of its members, as a superuser, and try "
        f"again:\n  GRANT {owner} TO {role};"
    )


def is_refusal(error: BaseException) -> bool:
    """Whether the server said that our role may not do that."""
    return isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", None) == "42501"

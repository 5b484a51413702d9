"""What PostgreSQL lets our role do with our tables, and the statements that give it the rest.

Who makes the tables may be another role than who works with them: then tables that a new version
brings are mostly forgotten.
"""

from sqlalchemy import ARRAY, Text, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

from bot.db import Base

# Of tables, and of what numbers their rows; what is not there is somebody else's to tell.
LACKING = text(
    """
    WITH ours AS (SELECT to_regclass(quote_ident(name)) AS id FROM unnest(:names) AS name)
    SELECT id::text FROM ours WHERE id IS NOT NULL AND NOT (
        has_table_privilege(id, 'SELECT') AND has_table_privilege(id, 'INSERT')
        AND has_table_privilege(id, 'UPDATE') AND has_table_privilege(id, 'DELETE'))
    UNION ALL
    SELECT s.oid::regclass::text FROM pg_class s
    JOIN pg_depend d ON d.objid = s.oid AND d.deptype IN ('a', 'i')
    JOIN ours ON d.refobjid = ours.id
    WHERE CASE s.relkind WHEN 'S' THEN NOT has_sequence_privilege(s.oid, 'USAGE') END
    ORDER BY 1
    """
).bindparams(bindparam("names", type_=ARRAY(Text)))
WHO = text(
    "SELECT quote_ident(current_user), quote_ident(relnamespace::regnamespace::text)"
    " FROM pg_class WHERE oid = to_regclass('alembic_version')"
)


async def lacking(session: AsyncSession) -> str | None:
    """A sentence on what the role may not use, with what to run; None where it may use all."""
    if session.get_bind().dialect.name == "sqlite":
        return None
    names = [table.name for table in Base.metadata.sorted_tables]
    found = (await session.scalars(LACKING, {"names": names})).all()
    if not found:
        return None
    role, schema = (await session.execute(WHO)).one()
    return (
        f"{role} may not read and write {', '.join(found[:3])}{' and others' * (len(found) > 3)}. "
        f"As the owner of the tables: "
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

"""What is asked is sealed in boxes, and what is deleted is scrubbed"""

import sqlalchemy as sa

from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('seal',
    sa.Column('name', sa.String(length=40), nullable=False),
    sa.Column('team_id', sa.Integer(), nullable=False),
    sa.Column('public_key', sa.LargeBinary(length=32), nullable=False),
    sa.Column('mac', sa.LargeBinary(length=32), nullable=False),
    sa.Column('half', sa.LargeBinary(length=32), nullable=True),
    sa.ForeignKeyConstraint(['team_id'], ['team.id'], name=op.f('fk_seal_team_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('name', name=op.f('pk_seal'))
    )
    op.create_index(op.f('ix_seal_team_id'), 'seal', ['team_id'])
    op.create_table('box',
    sa.Column('seal', sa.String(length=40), nullable=False),
    sa.Column('id', sa.LargeBinary(length=16), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['seal'], ['seal.name'], name=op.f('fk_box_seal'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('seal', 'id', name=op.f('pk_box')),
    sqlite_with_rowid=False
    )
    op.create_table('freed',
    sa.Column('id', sa.LargeBinary(length=16), nullable=False),
    sa.Column('words', sa.Boolean(), nullable=False),
    sa.Column('rewritten', sa.Boolean(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_freed'))
    )
    # Which seal a wish, or an answer to "again?", is put under; a worker makes it.
    op.add_column('look', sa.Column('seal', sa.String(length=40), nullable=True))
    op.add_column('shipit_day', sa.Column('seal', sa.String(length=40), nullable=True))


def downgrade() -> None:
    op.drop_column('shipit_day', 'seal')
    op.drop_column('look', 'seal')
    for table in ('freed', 'box', 'seal'):
        op.drop_table(table)

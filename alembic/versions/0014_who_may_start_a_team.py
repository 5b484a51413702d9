"""Who may start a team, by workspace"""

import sqlalchemy as sa

from alembic import op

revision = '0014'
down_revision = '0013'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'workspace',
        sa.Column('workspace_id', sa.String(length=32), nullable=False),
        sa.Column('may_start', sa.String(length=10), nullable=False),
        sa.PrimaryKeyConstraint('workspace_id', name=op.f('pk_workspace')),
    )
    op.add_column(
        'person', sa.Column('may_start', sa.Boolean(), server_default=sa.false(), nullable=False)
    )


def downgrade() -> None:
    op.drop_column('person', 'may_start')
    op.drop_table('workspace')

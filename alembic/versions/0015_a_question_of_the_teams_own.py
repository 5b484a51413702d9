"""A question of the team's own, and pay left out by a workspace"""

import sqlalchemy as sa

from alembic import op

revision = '0015'
down_revision = '0014'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'custom_statement',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('team_id', sa.Integer(), nullable=False),
        sa.Column('person_id', sa.Integer(), nullable=True),
        sa.Column('text', sa.Text(), nullable=False),
        sa.Column('rounds', sa.Integer(), nullable=False),
        sa.Column('asked', sa.Integer(), nullable=False),
        sa.Column('added_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ['person_id'],
            ['person.id'],
            name=op.f('fk_custom_statement_person_id_person'),
            ondelete='SET NULL',
        ),
        sa.ForeignKeyConstraint(
            ['team_id'],
            ['team.id'],
            name=op.f('fk_custom_statement_team_id_team'),
            ondelete='CASCADE',
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_custom_statement')),
    )
    op.create_index(op.f('ix_custom_statement_team_id'), 'custom_statement', ['team_id'])
    op.create_index(op.f('ix_custom_statement_person_id'), 'custom_statement', ['person_id'])
    op.add_column('round', sa.Column('custom', sa.Text(), nullable=True))
    op.add_column(
        'workspace', sa.Column('asks_pay', sa.Boolean(), server_default=sa.true(), nullable=False)
    )


def downgrade() -> None:
    # Else the first one that is added after the next upgrade would go on with these counts.
    op.execute(sa.text("DELETE FROM tally WHERE item_id LIKE 'custom:%'"))
    op.drop_column('workspace', 'asks_pay')
    op.drop_column('round', 'custom')
    op.drop_table('custom_statement')

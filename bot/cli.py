"""The command line, `cspr`."""

from __future__ import annotations

import sys

import typer

from bot.commands import audit, documents, encryption, guidance, leads, outbox, referrals, retention, teams
from bot.commands.assess import assess_command
from bot.commands.deadlines import deadlines_command
from bot.commands.service import serve_command, train_command
from bot.commands.settings import settings_command
from bot.commands.understanding import hear_command, understand_command
from bot.quiet_logs import quieten_logs

app = typer.Typer(
    help="A guide to referring a child's case for a Local Child Safeguarding Practice Review.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.command("serve")(serve_command)
app.command("train")(train_command)
app.command("assess")(assess_command)
app.command("deadlines")(deadlines_command)
app.command("understand")(understand_command)
app.command("hear")(hear_command)
app.command("settings")(settings_command)
app.add_typer(guidance.app, name="guidance")
app.add_typer(referrals.app, name="referrals")
app.add_typer(documents.app, name="documents")
app.add_typer(leads.app, name="leads")
app.add_typer(audit.app, name="audit")
app.add_typer(outbox.app, name="outbox")
app.add_typer(retention.app, name="retention")
app.add_typer(encryption.app, name="encryption")
app.add_typer(teams.app, name="teams")


@app.command("rasa", context_settings={"allow_extra_args": True, "ignore_unknown_options": True}, add_help_option=False)
def rasa_command(context: typer.Context) -> None:
    """Rasa's own command line on this project: train, shell, test, data validate."""
    from bot.rasa.command import run_rasa

    sys.exit(run_rasa(context.args))


def main() -> None:
    """Entry point of the `cspr` command."""
    quieten_logs()
    app()

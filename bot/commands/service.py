"""`cspr serve` and `cspr train`: the service and the model it needs."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.output import refusing_bad_input
from bot.dialogue.model_file import model_path
from bot.outbox.mail import NO_MAIL, choose_transport
from bot.rasa.train import train_if_changed
from bot.settings import Settings, load_settings

NO_PROXY = (
    "CSPR_TRUSTED_PROXIES is not set: everybody who comes through a proxy counts as one sender, and the limits on new "
    "conversations and on signing in are shared by all of them."
)


def model_ready(root: Path, settings: Settings) -> Path:
    """The path of the trained model, trained first if its sources changed (at most a minute on two cores; says so)."""
    if not model_path(root, settings.model_dir).exists():
        typer.echo("Training the model: its sources changed. This takes up to a minute.", err=True)
    return train_if_changed(root, settings.model_dir)


def train_command() -> None:
    """Train the model if its sources changed."""
    with refusing_bad_input():
        typer.echo(f"Model ready: {model_ready(Path.cwd(), load_settings()).name}")


def serve_command(
    host: Annotated[str, typer.Option(help="address to listen on")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="port to listen on")] = 8080,
) -> None:
    """Start the service."""
    import uvicorn

    from bot.web.app import make_app

    with refusing_bad_input():
        settings = load_settings()
        settings.need_keys()
        app = make_app(settings, model_ready(Path.cwd(), settings))
        # websockets 10, which Rasa's sanic needs, is too old for uvicorn; the service uses none.
        config = uvicorn.Config(
            app,
            host=host,
            port=port,
            ws="none",
            access_log=False,
            log_level="warning",
            server_header=False,
            forwarded_allow_ips=settings.trusted_proxies or [],
            timeout_graceful_shutdown=10,
        )
        server = uvicorn.Server(config)
        if choose_transport(settings) is None:
            typer.echo(NO_MAIL, err=True)
        if settings.public_url.startswith("https:") and not settings.trusted_proxies:
            typer.echo(NO_PROXY, err=True)
        if settings.demo:
            from bot.web.demonstration import greet

            greet(app, settings)
        asyncio.run(server.serve())

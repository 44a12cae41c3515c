"""The command line: one file for each command; each parses, calls the library, prints.

Exit status: 0 done, 1 problems found, 2 misuse.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from importlib import import_module

import click

from disclosure_registry import __version__
from disclosure_registry.errors import DisclosureRegistryError, nearest

_COMMANDS = {
    "match": "what a person may do in a community, and why",
    "read": "what a text declares",
    "show": "an entry of the registry",
    "find": "entries by address, handle or words",
    "history": "how the rules of an entry have changed",
    "query": "which communities let an actor do an activity",
    "matrix": "every community, actor and activity answered",
    "stats": "what the registry holds, how sure and how old",
    "export": "the registry in the notation of another",
    "plan": "what several people may do in several communities",
    "validate": "whether entries are sound",
}

_MISUSE = 2
_INTERRUPTED = 130

_EXAMPLES = """\
What do online communities ask of people with a tie to industry?

  What may I do there?
    disclosure-registry match tudiabetes "I do marketing for Roche" \\
        --activity survey

  What does a text declare?
    disclosure-registry read "Type 1 since 1999. Ex-Novo Nordisk. Views mine."

  Which communities let pharmaceutical companies answer questions?
    disclosure-registry query --actor pharmaceutical-company \\
        --activity answer-about-own-product --verdict permitted,conditional

  All commands: disclosure-registry --help
"""


class _Commands(click.Group):
    """Commands that are imported when they are run: a cold start imports one."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx  # the commands are the same everywhere
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"disclosure_registry.cli.{cmd_name}_command")
        command = module.command
        assert isinstance(command, click.Command)  # noqa: S101  one for each file
        return command

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        del ctx  # the list is the same everywhere
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in _COMMANDS:
            close = nearest(args[0], _COMMANDS, most=1)
            hint = f" Did you mean {close[0]!r}?" if close else ""
            ctx.fail(f"No such command {args[0]!r}.{hint}")
        return super().resolve_command(ctx, args)


@click.group(cls=_Commands, invoke_without_command=True)
@click.version_option(__version__, prog_name="disclosure-registry")
@click.pass_context
def _group(context: click.Context) -> None:
    """What online communities ask of people who declare an affiliation."""
    if context.invoked_subcommand is None:
        click.echo(_EXAMPLES, nl=False)


def main() -> None:
    """Run the command; a user's mistake ends in a sentence and status 2."""
    # One short run makes no garbage worth looking for: a fifth of a cold start.
    gc.disable()
    colour = False if os.environ.get("NO_COLOR") else None
    _let_any_text_through()
    try:
        status = _run(colour=colour)
        if sys.stdout is not None:
            sys.stdout.flush()
    except click.exceptions.Exit as leaving:
        status = leaving.exit_code
    except click.exceptions.Abort:
        status = _INTERRUPTED
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except BrokenPipeError:
        # The reader of our output has gone; nothing is left to tell it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    except UnicodeDecodeError:
        click.echo("Error: the text is not UTF-8.", err=True)
        status = _MISUSE
    except DisclosureRegistryError as error:
        click.echo(f"Error: {error}", err=True)
        status = _MISUSE
    except OSError as error:
        what = f"{error.filename}: " if error.filename else ""
        click.echo(f"Error: {what}{error.strerror}", err=True)
        status = _MISUSE
    sys.exit(status)


def _let_any_text_through() -> None:
    """Half a character in a text must not end in a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _run(*, colour: bool | None) -> int:
    """Run the command itself: click's own `main` would hide a broken pipe."""
    arguments = sys.argv[1:]
    with _group.make_context("disclosure-registry", arguments, color=colour) as context:
        status = _group.invoke(context)
    return status if isinstance(status, int) else 0

"""The command line's manners: Vietnamese help and usage errors, exit codes, trouble told in one sentence.

Exit codes: 0 clean, 1 findings of severity error, 2 usage, 3 the workshop is at fault.
"""

from __future__ import annotations

import re
import sqlite3
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from builder.model import BuilderError

from .disk_trouble import disk_trouble

EXIT_FINDINGS = 1
EXIT_USAGE = 2
EXIT_WORKSHOP = 3

Function = TypeVar("Function", bound=Callable[..., Any])


class VietnameseCommand(click.Command):
    """A command whose help page is Vietnamese throughout."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The first line."""
        pieces = [piece.replace("[OPTIONS]", "[TÙY CHỌN]") for piece in self.collect_usage_pieces(ctx)]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Cách dùng: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of options."""
        rows = [record for param in self.get_params(ctx) if (record := param.get_help_record(ctx)) is not None]
        if rows:
            with formatter.section("Tùy chọn"):
                formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``--help``, with a Vietnamese explanation."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Hiện trang này rồi thoát."
        return option


class VietnameseGroup(VietnameseCommand, click.Group):
    """A group of such commands."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Options, then commands."""
        VietnameseCommand.format_options(self, ctx, formatter)
        rows = [(name, self.commands[name].get_short_help_str(limit=90)) for name in self.list_commands(ctx)]
        with formatter.section("Lệnh"):
            formatter.write_dl(rows)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The first line."""
        formatter.write_usage(ctx.command_path, "[TÙY CHỌN] LỆNH …", prefix="Cách dùng: ")


def root_option(function: Function) -> Function:
    """The option every command takes."""
    return click.option(
        "--root",
        "root_path",
        type=click.Path(path_type=Path, file_okay=False, exists=True),
        default=Path(),
        metavar="DIR",
        help="Thư mục bộ sách; không ghi thì là thư mục gần nhất phía trên có mkdocs.yml.",
    )(function)


def run(command: click.Command, arguments: Sequence[str] | None = None) -> int:
    """Run a command and turn every way it can end into an exit code and, where needed, one sentence."""
    try:
        result = command.main(args=arguments, prog_name="hoa", standalone_mode=False)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.exceptions.Abort:
        click.echo("Đã dừng.", err=True)
        return EXIT_USAGE
    except click.ClickException as error:
        _usage_error(error)
        return EXIT_USAGE
    except BuilderError as error:
        return _workshop_error(error)
    except (OSError, sqlite3.Error) as error:
        trouble = disk_trouble(error)
        if trouble is None:
            raise
        return _workshop_error(trouble)
    return result if isinstance(result, int) else 0


def _workshop_error(error: BuilderError) -> int:
    click.echo(f"Xưởng sách có trục trặc: {error.message}\n→ {error.remedy}", err=True)
    return EXIT_WORKSHOP


def _usage_error(error: click.ClickException) -> None:
    click.echo(f"Lệnh chưa đúng: {_in_vietnamese(error)}", err=True)
    context = getattr(error, "ctx", None)
    if context is not None:
        click.echo(f"→ Xem cách dùng: {context.command_path} --help", err=True)


_SLIPS = (
    (r"'(.*)' does not exist\.", "không có “{}”"),
    (r"'(.*)' is a directory\.", "“{}” là thư mục"),
    (r"'(.*)' is a file\.", "“{}” là tệp, không phải thư mục"),
    (r"'(.*)' is not (?:readable|writable)\.", "không mở được “{}”"),
    (r"'(.*)' is not one of (.*)\.", "“{}” không phải một trong {}"),
    (r"'(.*)' is not a valid .*\.", "“{}” không phải số"),
    (r"(\S+) is not in the range (\S+)\.", "{} nằm ngoài khoảng {}"),
)
"""What click says of values it cannot take (click/types.py), and the same in Vietnamese."""


def _why(message: str) -> str:
    for said, ours in _SLIPS:
        found = re.search(said, message)
        if found is not None:
            return ours.format(*found.groups())
    return message


def _in_vietnamese(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        near = f"; có phải {', '.join(error.possibilities)}?" if error.possibilities else ""
        return f"không có tùy chọn {error.option_name}{near}"
    if isinstance(error, click.MissingParameter):
        name = error.param.human_readable_name if error.param is not None else error.param_hint
        return f"thiếu {name}"
    if isinstance(error, click.BadParameter):
        name = error.param.opts[0] if error.param is not None else error.param_hint
        return f"giá trị của {name} không dùng được ({_why(error.message)})"
    if isinstance(error, click.UsageError) and error.ctx is not None and isinstance(error.ctx.command, click.Group):
        commands = ", ".join(error.ctx.command.list_commands(error.ctx))
        return f"không có lệnh này; các lệnh: {commands}"
    return error.format_message()


def interactive() -> bool:
    """Whether a person watches: progress is shown only then."""
    return sys.stderr.isatty()

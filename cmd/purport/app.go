package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"

	"github.com/urfave/cli/v2"
)

// version is the version of purport; it stands in every run.json.
const version = "0.1.0"

// The exit codes.
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitSomeFailed  = 3
	exitDiffers     = 4
	exitInterrupted = 130
)

// exit is an error that only says how the command ends: what there was to say
// has been said.
type exit int

func (e exit) Error() string { return fmt.Sprintf("exit %d", int(e)) }

// usageError is the user's mistake.
type usageError struct{ err error }

func (e usageError) Error() string { return e.err.Error() }

func usagef(format string, values ...any) error { return usageError{fmt.Errorf(format, values...)} }

// streams are what a command reads from and writes to.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// warn tells the user something on standard error.
func (s streams) warn(format string, values ...any) {
	fmt.Fprintf(s.err, "purport: "+format+"\n", values...)
}

// Main runs purport with the arguments, the first of which is its own name,
// and returns the exit code.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	// A reader that goes away shows as a write error, which ends the run.
	signal.Ignore(syscall.SIGPIPE)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the process at once

	s := streams{interruptible(ctx, stdin), stdout, stderr}
	app := newApp(s)
	return s.exitCode(ctx, app.RunContext(ctx, flagsFirst(app, args)))
}

// exitCode says what err means and turns it into an exit code.
func (s streams) exitCode(ctx context.Context, err error) int {
	var code exit
	var usage usageError
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &code):
		return int(code)
	case errors.Is(err, syscall.EPIPE), errors.Is(err, io.ErrClosedPipe):
		return exitDone
	case ctx.Err() != nil:
		s.warn("interrupted")
		return exitInterrupted
	case errors.As(err, &usage):
		s.warn("%v", err)
		return exitUsage
	}
	s.warn("%v", err)
	return exitFailed
}

// newApp is the table of commands.
func newApp(s streams) *cli.App {
	app := &cli.App{
		Name:      "purport",
		Usage:     "read English articles, print the claims they make",
		UsageText: "purport COMMAND [FLAGS] …\n\nTry it:  purport extract article.txt\nMore:    purport COMMAND --help",
		Description: `Each claim comes as one line of JSON that says how firmly the text puts it
forward (known, asserted, attributed, probable, possible, speculative or
unknown), who is said to stand behind it, whether it is negated, which words
show that, and which people, places and dates it names.

Exit codes: 0 done, 1 the run failed, 2 wrong usage, 3 finished but some
documents failed, 4 a difference was found, 130 interrupted.`,
		Version:         version,
		HideHelpCommand: true,
		// A glob may hold a comma.
		DisableSliceFlagSeparator: true,
		Writer:                    s.out,
		ErrWriter:                 s.err,
		ExitErrHandler:            func(*cli.Context, error) {},
		OnUsageError:              onUsageError,
		Commands: []*cli.Command{
			extractCommand(s),
			explainCommand(s),
			verifyCommand(s),
			diffCommand(s),
			evalCommand(s),
			exportCommand(s),
			mergeCommand(s),
			schemaCommand(s),
		},
		Action: func(c *cli.Context) error {
			if c.Args().Present() {
				return usagef("there is no command %q; purport --help lists them", c.Args().First())
			}
			c.App.Writer = s.err
			cli.ShowAppHelp(c)
			return exit(exitUsage)
		},
	}
	for _, command := range app.Commands {
		command.OnUsageError = onUsageError
		command.HideHelpCommand = true
	}
	return app
}

func onUsageError(c *cli.Context, err error, _ bool) error {
	return usagef("%v; see %s --help", err, strings.TrimSpace(c.App.Name+" "+c.Command.Name))
}

// flagsFirst moves the flags of a command before its other arguments, which
// is where the flag package wants them: people write "extract FILE -o out"
// as well as "extract -o out FILE". What follows "--" is never a flag.
func flagsFirst(app *cli.App, args []string) []string {
	if len(args) < 2 {
		return args
	}
	at := slices.IndexFunc(app.Commands, func(c *cli.Command) bool { return c.HasName(args[1]) })
	if at < 0 {
		return args
	}
	takesValue := map[string]bool{}
	for _, flag := range app.Commands[at].Flags {
		_, boolean := flag.(*cli.BoolFlag)
		for _, name := range flag.Names() {
			takesValue[name] = !boolean
		}
	}
	var flags, others []string
	rest := args[2:]
	for len(rest) > 0 {
		arg := rest[0]
		rest = rest[1:]
		if arg == "--" {
			others = append(others, rest...)
			break
		}
		if len(arg) < 2 || arg[0] != '-' {
			others = append(others, arg)
			continue
		}
		flags = append(flags, arg)
		name := strings.TrimLeft(arg, "-")
		if takesValue[name] && len(rest) > 0 {
			flags = append(flags, rest[0])
			rest = rest[1:]
		}
	}
	return slices.Concat(args[:2], flags, []string{"--"}, others)
}

package io.github.molweave.trainer.cli;

/** How a command ends, for the shell. */
enum ExitCode {
  /** Done. */
  OK(0),
  /** The program or the machine failed. */
  SOFTWARE(1),
  /** The command line asks for something that cannot be. */
  USAGE(2),
  /** Molecules that cannot be used. */
  BAD_DATA(3),
  /** A model file that cannot be used. */
  BAD_MODEL(4),
  /** Stopped by the user: 128 + SIGINT. */
  STOPPED(130);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Messages to people, on standard error. */
final class Messages {
  private final PrintStream err;
  private final boolean terminal;
  private boolean progressShown;

  Messages(PrintStream err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  /** Whether the stream of a number, 1 for output and 2 for errors, is a terminal; no where the system does not tell. */
  static boolean isTerminal(int stream) {
    try {
      Path device = java.nio.file.Files.readSymbolicLink(Path.of("/proc/self/fd/" + stream));
      return device.startsWith("/dev/pts") || device.toString().startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      // No such folder outside Linux: go without progress rather than put it into a file.
      return false;
    }
  }

  void say(String text) {
    clearProgress();
    err.println(text);
  }

  /** A message about a place in a file. */
  void at(String file, long line, int column, @org.jspecify.annotations.Nullable String text) {
    say(file + ":" + line + ":" + column + ": " + text);
  }

  /** A line that the next message overwrites; only on a terminal. */
  void progress(String text) {
    if (terminal) {
      err.print("\r" + text + "\u001b[K");
      err.flush();
      progressShown = true;
    }
  }

  /** Takes the line of progress away. */
  void clear() {
    clearProgress();
    err.flush();
  }

  private void clearProgress() {
    if (progressShown) {
      err.print("\r\u001b[K");
      progressShown = false;
    }
  }

  /** What went wrong with a file of this name, in words that name it once. */
  static String of(String name, IOException e) {
    String words = of(e);
    return words.startsWith(name) ? words : name + ": " + words;
  }

  /** What went wrong with a file, in words. */
  static String of(IOException e) {
    return switch (e) {
      case NoSuchFileException none -> none.getFile() + ": no such file or folder";
      case AccessDeniedException denied -> denied.getFile() + ": not allowed";
      case FileSystemException other -> String.valueOf(other.getMessage());
      default -> String.valueOf(e.getMessage());
    };
  }
}

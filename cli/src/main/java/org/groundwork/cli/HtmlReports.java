// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.groundwork.count.NamedRule;
import org.groundwork.count.Outcome;
import org.groundwork.count.Reports;

/** The HTML reports of a run: one file, or one file each in a folder that is made where it is missing. */
final class HtmlReports {
  private final Optional<Path> out;
  private final boolean several;
  private final Main.Streams streams;
  private final Messages messages;
  private final Set<String> taken = new HashSet<>();
  private boolean good = true;
  private boolean noFolder;

  HtmlReports(Optional<Path> out, boolean several, Main.Streams streams, Messages messages) {
    this.out = out;
    this.several = several;
    this.streams = streams;
    this.messages = messages;
  }

  /** Whether all that were asked for could be written. */
  boolean good() { return good; }

  /** Writes the report of a file, if reports are asked for; says so if it cannot. */
  void write(String name, NamedRule rule, Outcome outcome) {
    if (out.isEmpty() || noFolder) {
      return;
    }
    try {
      if (several) {
        folder(out.get());
      }
      Path target = several ? out.get().resolve(unused(base(name)) + ".html") : out.get();
      var outputs = new Outputs(streams.out());
      outputs.add(Optional.of(target), to -> Reports.html(name, rule, outcome, to));
      outputs.write();
    } catch (IOException e) {
      good = false;
      messages.say("groundwork count: the report of " + name + " is not written: " + Messages.of(e));
    }
  }

  /** One message is enough where there is no folder to write to. */
  private void folder(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException e) {
      noFolder = true;
      throw new IOException(folder + " is a file, not a folder", e);
    } catch (IOException e) {
      noFolder = true;
      throw e;
    }
  }

  private static String base(String name) {
    if (name.equals("-")) {
      return "standard-input";
    }
    String file = String.valueOf(Path.of(name).getFileName());
    int dot = file.lastIndexOf('.');
    return dot > 0 ? file.substring(0, dot) : file;
  }

  /** The same with a number behind it when there is one already; capitals make no other file everywhere. */
  private String unused(String base) {
    String name = base;
    for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
      name = base + "-" + number;
    }
    return name;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.groundwork.linkage.BadMapping;
import org.groundwork.linkage.Linkage;
import org.groundwork.linkage.LinkageFiles;
import org.groundwork.linkage.Linker;
import org.groundwork.linkage.Mapping;
import org.groundwork.linkage.RefusedRow;
import org.groundwork.linkage.Source;
import org.groundwork.linkage.Verdicts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Registers in, ownership networks out. */
@Command(name = "link", mixinStandardHelpOptions = true, sortOptions = false, description = "Find which sites of a register belong to one owner, and why.", footer = {
    "", "Exit codes: 0 every row was used; 1 rows or files were refused, the others were linked;",
    "2 wrong call; 69 a file cannot be written."})
final class LinkCommand implements Callable<Integer> {
  @Option(names = "--mapping", required = true, paramLabel = "NAME-OR-FILE", description = "Which columns mean what: hpd-buildings, nyc-hpd, or a file (see docs/linkage.md).")
  private String mapping = "";

  @Option(names = "--networks", paramLabel = "FILE", description = "Write site,network here; - for standard output.")
  private Optional<Path> networks = Optional.empty();

  @Option(names = "--links", paramLabel = "FILE", description = "Write site_a,site_b,kind,confidence,explanation here; - for standard output.")
  private Optional<Path> links = Optional.empty();

  @Option(names = "--refused", paramLabel = "FILE", description = "Write file,line,reason of unused rows here; - for standard output.")
  private Optional<Path> refused = Optional.empty();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "CSV files of the register; - for standard input.")
  private @Nullable List<String> files;

  private final Main.Streams streams;
  private final Messages messages;

  LinkCommand(Main.Streams streams) {
    this.streams = streams;
    this.messages = new Messages(streams.err(), streams.terminal());
  }

  @Override
  public Integer call() {
    List<String> names = files == null ? List.of() : files;
    Optional<String> wrong = wrongCall(names);
    if (wrong.isPresent()) {
      messages.say("groundwork link: " + wrong.get());
      return Exit.USAGE;
    }
    try {
      return link(Mapping.of(mapping), names);
    } catch (BadMapping e) {
      messages.at(e.file(), e.line(), 1, e.getMessage());
      return e.line() == 0 ? Exit.USAGE : Exit.BAD_INPUT;
    } catch (IOException e) {
      messages.say("groundwork link: cannot write: " + Messages.of(e));
      return Exit.UNAVAILABLE;
    }
  }

  private Optional<String> wrongCall(List<String> names) {
    List<Path> outputs = java.util.stream.Stream.of(networks, links, refused).flatMap(Optional::stream).toList();
    if (outputs.isEmpty()) {
      return Optional.of("nothing to write: give --networks, --links or --refused");
    }
    if (outputs.stream().map(p -> p.toAbsolutePath().normalize()).distinct().count() < outputs.size()) {
      return Optional.of("two outputs have one name");
    }
    if (names.stream().filter("-"::equals).count() > 1) {
      return Optional.of("standard input can be read once");
    }
    return Optional.empty();
  }

  private int link(Mapping understood, List<String> names) throws IOException {
    var linker = new Linker();
    var watcher = new Watcher(messages);
    linker.addAll(understood, names.stream().distinct().map(this::source).toList(), watcher);
    watcher.linking();
    Linkage linkage = linker.link(Verdicts.NONE);
    var rows = new ArrayList<>(watcher.refusals());
    rows.sort(Comparator.comparing(RefusedRow::file).thenComparingLong(RefusedRow::line));
    var outputs = new Outputs(streams.out());
    outputs.add(networks, to -> LinkageFiles.networks(linkage, to));
    outputs.add(links, to -> LinkageFiles.links(linkage, to));
    outputs.add(refused, to -> LinkageFiles.refused(rows, to));
    outputs.write();
    watcher.finish(linkage, refused.isPresent());
    return rows.isEmpty() ? Exit.GOOD : Exit.BAD_INPUT;
  }

  private Source source(String name) {
    return name.equals("-") ? new Source("-", streams::in) : Source.ofFile(Path.of(name));
  }
}

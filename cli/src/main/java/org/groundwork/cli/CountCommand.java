// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.groundwork.cli.HowCounted.How;
import org.groundwork.count.BadFile;
import org.groundwork.count.Counting;
import org.groundwork.count.Election;
import org.groundwork.count.Outcome;
import org.groundwork.count.Reports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ballots in, an explained result out. */
@Command(name = "count", mixinStandardHelpOptions = true, sortOptions = false, description = "Count elections by a stated rule, and say why who is elected.", footer = {
    "", "Exit codes: 0 every file was counted; 1 files were refused, the others were counted;",
    "2 wrong call; 69 a report could not be written."})
final class CountCommand implements Callable<Integer> {
  @Mixin
  private HowCounted how = new HowCounted();

  @Option(names = "--format", paramLabel = "FORMAT", description = "text, for people (the default), or json, one object per file and line.")
  private String format = "text";

  @Option(names = "--html", paramLabel = "OUT", description = "Also write a report for a browser and a printer: into this file, or of several files into this folder, one each.")
  private @Nullable Path html;

  @Option(names = "--seats", paramLabel = "N", description = "Elect so many, whatever the file says.")
  private Optional<Integer> seats = Optional.empty();

  @Option(names = "--withdrawn", paramLabel = "N,…", split = ",", description = "Numbers of candidates who have withdrawn.")
  private @Nullable List<Integer> withdrawn;

  @Option(names = "--mapping", paramLabel = "FILE", description = "What the columns of CSV and XLSX files mean, as docs/count.md describes it. Without it: a header, and each column a rank.")
  private @Nullable String mapping;

  @Option(names = "--convert", paramLabel = "FORMAT", description = "Count nothing: write the ballots of one file as blt or abif.")
  private @Nullable String convert;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Ballots in BLT, ABIF, CSV or XLSX; - for standard input.")
  private @Nullable List<String> files;

  private final Main.Streams streams;
  private final Messages messages;
  private final BallotFiles ballots;

  CountCommand(Main.Streams streams) {
    this.streams = streams;
    this.messages = new Messages(streams.err(), streams.terminal());
    this.ballots = new BallotFiles(streams, messages);
  }

  @Override
  public Integer call() {
    List<String> names = files == null ? List.of() : files;
    if (!ballots.mapping(mapping)) {
      return Exit.USAGE;
    }
    if (convert != null) {
      return converted(names, convert);
    }
    How asked;
    try {
      asked = how.how();
      check(names);
    } catch (IllegalArgumentException wrong) {
      messages.say("groundwork count: " + wrong.getMessage());
      return Exit.USAGE;
    }
    var out = new PrintWriter(new OutputStreamWriter(streams.out(), StandardCharsets.UTF_8));
    var reports = new HtmlReports(Optional.ofNullable(html), names.size() > 1, streams, messages);
    boolean good = true;
    for (int at = 0; at < names.size(); at++) {
      messages.progress(
          "counting " + names.get(at) + (names.size() > 1 ? ", " + (at + 1) + " of " + names.size() : "") + " …");
      good &= count(names.get(at), asked, at > 0, out, reports);
    }
    out.flush();
    messages.clear();
    return !reports.good() ? Exit.UNAVAILABLE : good ? Exit.GOOD : Exit.BAD_INPUT;
  }

  private void check(List<String> names) {
    if (!format.equals("text") && !format.equals("json")) {
      throw new IllegalArgumentException("--format is text or json, not \"" + format + "\"");
    }
    if (seats.isPresent() && seats.get() < 1) {
      throw new IllegalArgumentException("--seats is at least 1");
    }
    if (html != null && html.toString().equals("-")) {
      throw new IllegalArgumentException("--html is a file or a folder, not \"-\"");
    }
    if (names.stream().filter("-"::equals).count() > 1) {
      throw new IllegalArgumentException("standard input can be read once");
    }
  }

  /** Counts a file; false if it could not be. */
  private boolean count(String name, How asked, boolean further, PrintWriter out, HtmlReports reports) {
    try {
      Election election = prepared(ballots.read(name));
      Outcome outcome = Counting.count(election, asked.rule(), asked.lots());
      if (format.equals("json")) {
        Reports.json(name, asked.named(), outcome, out);
      } else {
        if (further) {
          out.println();
        }
        Reports.text(name, asked.named(), outcome, streams.outIsTerminal(), out);
      }
      reports.write(name, asked.named(), outcome);
      return true;
    } catch (BadFile bad) {
      ballots.say(name, bad);
    } catch (IOException e) {
      messages.say(Messages.of(name, e));
    } catch (IllegalArgumentException cannot) {
      messages.say(name + ": " + cannot.getMessage());
    }
    return false;
  }

  /** Writes the ballots of one file in another format. */
  private int converted(List<String> names, String to) {
    if (how.isSaid() || names.size() > 1 || !(to.equals("blt") || to.equals("abif"))) {
      messages.say("groundwork count: --convert is blt or abif, takes one file, and goes without a rule");
      return Exit.USAGE;
    }
    String name = names.getFirst();
    try {
      ballots.write(prepared(ballots.read(name)), to);
      return Exit.GOOD;
    } catch (BadFile bad) {
      ballots.say(name, bad);
    } catch (IOException e) {
      messages.say(Messages.of(name, e));
    } catch (IllegalArgumentException cannot) {
      messages.say(name + ": " + cannot.getMessage());
    }
    return Exit.BAD_INPUT;
  }

  private Election prepared(Election read) {
    Set<Integer> gone = withdrawn == null ? Set.of() : new HashSet<>(withdrawn);
    Election election = read.without(gone);
    return seats.isPresent() ? election.withSeats(seats.get()) : election;
  }
}

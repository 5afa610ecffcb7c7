// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements of many banks, against what another program read in them. */
@Tag("real-data")
class Mt940ExpectedTest {
  private static final Set<String> REFUSED = Set.of("invalid_statement.sta", "multiline.sta");
  private static final List<String> KEYS = List.of("customer_reference", "bank_reference", "end_to_end_reference",
      "additional_position_reference", "applicant_name", "applicant_iban");
  private static final Pattern AMOUNT = Pattern.compile("decimal.Decimal\n      - '([^']+)'");
  private static final Pattern DATE = Pattern
      .compile("(?m)^    date: !!python/object/apply:mt940.models.Date\n    - !!binary \\|\n      (\\S+)");
  private static final Pattern ENTRY = Pattern
      .compile("(?m)^    entry_date: !!python/object/apply:mt940.models.Date\n    - !!binary \\|\n      (\\S+)");

  /** What both programs say of a line; of the texts, what the other one keeps. */
  private record Read(String amount, LocalDate value, LocalDate booked, List<String> texts) {}

  static Stream<Path> files() throws IOException {
    try (var all = Files.walk(Project.data("mt940"))) {
      return all.filter(each -> each.toString().endsWith(".sta") && !REFUSED.contains(each.getFileName().toString()))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void readsWhatAnotherProgramRead(Path file) throws Exception {
    String expected = Files.readString(Path.of(file.toString().replace(".sta", ".yml")));
    List<Line> lines = new ArrayList<>();
    Project.read(whole(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)))
        .forEach(each -> lines.addAll(each.lines()));
    var transactions = new ArrayList<Read>();
    var read = new ArrayList<Read>();
    String[] parts = expected.split("- !!python/object:mt940.models.Transaction\n", -1);
    assertThat(lines).hasSize(parts.length - 1);
    for (int at = 0; at < lines.size(); at++) {
      Read transaction = transaction(parts[at + 1]);
      transactions.add(transaction);
      read.add(read(lines.get(at), transaction));
    }
    assertThat(read).isEqualTo(transactions);
  }

  @Test
  void refusesWhatNoMessageHolds() throws Exception {
    String many = Files.readString(Project.data("mt940/self-provided/multiline.sta"));
    assertThat(Project.defect(many))
        .isEqualTo(new Defect(38, 5, ":61: stands outside of a message, which begins with :20:"));
    Line only = Project.only(many.substring(0, many.indexOf("\n-\n")));
    assertThat(only.text()).contains("LIGNE777777777777777777777X12345678LIGNE888")
        .contains("NOM ET ADRESSE DO / BENEF 312345678");
    assertThat(only.other().name()).isEqualTo("NOM DU DO / BENEFICIAIRE 11NOM DU DO / BENEFICIAIRE 22");
    assertThat(Project.defect(Files.readString(Project.data("mt940/self-provided/invalid_statement.sta"))).message())
        .contains("none of camt.052");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ASNB/mt940.txt", "ASNB/mt940_with_spaces_for_entry_date.txt", "citi/mt940.txt",
      "betterplace/sepa_mt9401.sta", "mBank/mt940.sta"})
  void addsUpToTheClosingBalance(String file) throws Exception {
    List<Statements.Whole> read = Project.read(Files.readString(Project.data("mt940/" + file)));
    assertThat(read).isNotEmpty()
        .allSatisfy(each -> assertThat(each.statement().difference().orElseThrow().minor()).isZero());
    assertThat(read.stream().mapToInt(each -> each.statement().lines()).sum()).isPositive();
  }

  @Test
  void saysWhatAPageLacks() throws Exception {
    var pages = Project.read(Files.readString(Project.data("mt940/jejik/postfinance.sta")));
    assertThat(pages.getFirst().statement().difference()).contains(new Money(0, "CHF"));
    assertThat(pages.getLast().statement().difference()).contains(new Money(20, "CHF"));
    assertThat(pages.getLast().statement().opening().orElseThrow().amount()).isEqualTo(new Money(22920, "CHF"));
    assertThat(pages.getLast().statement().sequence()).isEqualTo("999/2");
  }

  /** A fragment, made a message by what it lacks. */
  private static String whole(String text) {
    String plain = text.replace("\r", "");
    if (plain.contains(":20:")) {
      return plain;
    }
    return ":20:X\n:25:1\n" + (plain.contains(":60") ? "" : ":60F:C010101EUR0,\n")
        + plain.replace("\n:\n86:", "\n:86:");
  }

  private static Read transaction(String part) {
    Matcher amount = AMOUNT.matcher(part);
    assertThat(amount.find()).isTrue();
    LocalDate value = date(DATE.matcher(part), null);
    return new Read(Money.of(amount.group(1), "EUR").plain(), value, date(ENTRY.matcher(part), value),
        KEYS.stream().map(key -> text(part, key)).toList());
  }

  /** The other program adds what takes a credit back; the balances say that it goes off. */
  private static String plain(Line line, String expected) {
    boolean takenBack = line.returned().isPresent() && line.amount().plain().equals("-" + expected);
    return takenBack ? expected : line.amount().plain();
  }

  private static Read read(Line line, Read expected) {
    var references = line.references();
    List<String> ours = List.of(references.customer(), references.bank(), references.endToEnd(), references.mandate(),
        line.other().name(), line.other().account().id());
    var compared = new ArrayList<String>();
    for (int at = 0; at < ours.size(); at++) {
      String theirs = expected.texts().get(at);
      // An IBAN beside an old number of an account is kept instead of it.
      compared.add(theirs.isEmpty() || ours.get(at).matches("PL[0-9]{10}" + theirs) ? theirs : ours.get(at));
    }
    return new Read(plain(line, expected.amount()), line.value().orElseThrow(), line.booked().orElseThrow(), compared);
  }

  private static LocalDate date(Matcher found, @Nullable LocalDate otherwise) {
    if (!found.find()) {
      return Objects.requireNonNull(otherwise);
    }
    byte[] date = Base64.getDecoder().decode(found.group(1));
    return LocalDate.of(((date[0] & 0xFF) << 8) | (date[1] & 0xFF), date[2], date[3]);
  }

  /** A text on one line; of one that goes on, nothing. */
  private static String text(String part, String key) {
    Matcher found = Pattern.compile("(?m)^    " + key + ": ([^'\"\n]*|'[^'\n]*')$(?!\n      )").matcher(part);
    String text = found.find() ? found.group(1).replace("'", "").strip().replaceAll(" +", " ") : "";
    return switch (text) {
      case "null", "NONREF", "KREF+", "EREF", "NOTPROVIDED" -> "";
      default -> text;
    };
  }
}

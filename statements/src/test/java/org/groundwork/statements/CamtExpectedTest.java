// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real camt files, against what another program read in them. */
@Tag("real-data")
class CamtExpectedTest {
  /** What both programs say of an entry. */
  private record Entry(String amount, String booked, String value, String status, String endToEnd, String reference) {}

  static Stream<Path> files() throws IOException {
    try (var all = Files.list(Project.data("camt"))) {
      return all.filter(each -> each.toString().endsWith(".json")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void readsWhatAnotherProgramRead(Path expected) throws Exception {
    Dump dump = Dump.of(Files.readString(expected));
    List<Statements.Whole> read = Project
        .read(Files.readAllBytes(Path.of(expected.toString().replace(".json", ".xml"))));
    // Of several statements the dump keeps the entries of the last.
    assertThat(read.getLast().lines().stream().map(CamtExpectedTest::entry))
        .isEqualTo(dump.at("getEntries").list().stream().map(CamtExpectedTest::entry).toList());
    List<Dump> records = dump.at("getRecords").list();
    Dump first = dump.at("getEntries")
        .list()
        .stream()
        .map(each -> each.at("getRecord"))
        .findFirst()
        .orElseGet(records::getFirst);
    Statement statement = read.getLast().statement();
    assertThat(statement.identifier()).isEqualTo(first.at("getId").text());
    assertThat(statement.sequence().replaceAll("/.*", ""))
        .isEqualTo(orNothing(first.at("getElectronicSequenceNumber")));
    assertThat(day(statement.from())).isEqualTo(day(first.at("getFromDate")));
    assertThat(day(statement.to())).isEqualTo(day(first.at("getToDate")));
    assertThat(statement.account().id()).isEqualTo(first.at("getAccount", "getIdentification").text());
    assertThat(statement.balances().stream().map(CamtExpectedTest::balance))
        .isEqualTo(first.at("getBalances").list().stream().map(CamtExpectedTest::balance).toList());
  }

  private static Entry entry(Line line) {
    boolean batch = line.references().endToEnd().isEmpty();
    return new Entry(line.amount().minor() + line.amount().currency(), day(line.booked()), day(line.value()),
        line.status().name().substring(0, 4), line.references().endToEnd(),
        batch || line.references().structured().isEmpty() ? "" : line.references().structured().getFirst());
  }

  private static Entry entry(Dump dump) {
    List<Dump> details = dump.at("getTransactionDetails").list();
    Dump only = details.size() == 1
        ? dump.at("getTransactionDetail")
        : new Dump(dump.at("none").fields(), List.of(), "");
    String endToEnd = orNothing(only.at("getReference", "getEndToEndId"));
    return new Entry(dump.at("getAmount", "getAmount").text() + dump.at("getAmount", "getCurrency", "getCode").text(),
        day(dump.at("getBookingDate")), day(dump.at("getValueDate")),
        dump.at("getStatus").text().replace("PDNG", "PEND"), endToEnd, endToEnd.isEmpty()
            ? ""
            : orNothing(
                only.at("getRemittanceInformation", "getCreditorReferenceInformation", "getRef")));
  }

  private static String orNothing(Dump dump) { return dump.text().equals("null") ? "" : dump.text(); }

  private static String balance(Balance balance) {
    return balance.amount().minor() + balance.amount().currency() + day(balance.date());
  }

  private static String balance(Dump dump) {
    return dump.at("getAmount", "getAmount").text() + dump.at("getAmount", "getCurrency", "getCode").text()
        + day(dump.at("getDate"));
  }

  private static String day(Optional<?> date) { return date.map(Object::toString).orElse("null"); }

  private static String day(Dump date) {
    String text = date.at("0").text();
    return text.equals("null") ? text : text.substring(0, 10);
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import org.groundwork.campaign.Deliveries;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.paper.Paper;
import org.groundwork.platform.paper.PaperSize;
import org.groundwork.platform.web.Languages;
import org.groundwork.platform.web.Ui;
import org.groundwork.support.Pdf;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** However many sign, each name is on the paper once, in its order and in one piece. */
@ExtendWith(ProductExtension.class)
class DeliveredSheetTest {

  private static List<String> names(int many) {
    return IntStream.range(0, many).mapToObj("María José Ostrander %05d"::formatted).toList();
  }

  private static DeliveredSheet sheet(List<String> names) {
    return new DeliveredSheet("Dear Quenby", new Deliveries.Delivered(
        new Deliveries.Said(LocalDate.of(2026, 11, 27), "We", "Quenby", Optional.empty()), names.size(), names.size(),
        OptionalInt.empty(), names.size(), 0, "ab12", Instant.EPOCH),
        names.stream().map(name -> new Deliveries.Signer(UUID.randomUUID(), name)).toList());
  }

  private static byte[] paper(Product product, List<String> names) {
    var ui = new Ui(Locale.ENGLISH, product.bean(Languages.class), new Caller.Anonymous(), new Ui.Csrf("_csrf", "x"),
        "/", List.of(), List.of(), "");
    var body = new StringOutput();
    product.bean(TemplateEngine.class)
        .render("campaign/DeliveredSheet.jte", Map.of("page", sheet(names), "ui", ui), body);
    var made = product.bean(Paper.class).of(body.toString(), Locale.ENGLISH, PaperSize.LETTER);
    assertThat(made).isInstanceOf(Paper.Made.Pdf.class);
    return ((Paper.Made.Pdf) made).bytes();
  }

  private static List<String> numbers(byte[] pdf) {
    return List.of(Pdf.text(pdf).split("[^0-9]+")).stream().filter(number -> number.length() == 5).toList();
  }

  @Test
  void takesTwentyThousandNamesAndAFewInATable(Product product) {
    byte[] large = paper(product, names(20_000));
    assertThat(numbers(large)).isEqualTo(IntStream.range(0, 20_000).mapToObj("%05d"::formatted).toList());
    assertThat(Pdf.pages(large)).isLessThan(90);
    assertThat(large.length).isLessThan(1_500_000);

    assertThat(numbers(paper(product, names(40)))).hasSize(40);
    assertThat(sheet(names(DeliveredSheet.MANY - 1)).many()).isFalse();
    assertThat(sheet(names(DeliveredSheet.MANY)).many()).isTrue();
  }

  @Test
  void keepsEachNameInOnePieceAndLosesNone() {
    var blocks = sheet(names(1001)).blocks();

    assertThat(blocks).hasSize(11);
    assertThat(blocks.getFirst()).startsWith("María\u00a0José\u00a0Ostrander\u00a000000 · María\u00a0José");
    assertThat(blocks.getLast()).isEqualTo("María\u00a0José\u00a0Ostrander\u00a001000");
  }
}

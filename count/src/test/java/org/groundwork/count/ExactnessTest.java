// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.groundwork.count.internal.Exactly;
import org.junit.jupiter.api.Test;

/** No floating point in the library, and products that do not overflow. */
class ExactnessTest {
  private static final Pattern FLOATING = Pattern.compile("\\b(double|float|Double|Float|doubleValue|floatValue)\\b");

  @Test
  void hasNoFloatingPoint() throws IOException {
    try (var files = Files.walk(Path.of("src/main/java"))) {
      List<Path> sources = files.filter(each -> each.toString().endsWith(".java")).toList();
      assertThat(sources).hasSizeGreaterThan(20);
      assertThat(sources)
          .allSatisfy(each -> assertThat(floating(Files.readString(each))).as(each.toString()).isFalse());
    }
    assertThat(floating("long a = 1; double b = a / 2.0;")).as("a planted one is found").isTrue();
  }

  private static boolean floating(String source) { return FLOATING.matcher(source).find(); }

  @Test
  void multipliesWithoutOverflow() {
    assertThat(Exactly.timesOver(Long.MAX_VALUE, 7, 9)).isEqualTo(7_173_733_806_442_603_405L);
    assertThat(Exactly.timesOver(4_000_000_000_000_000_000L, 1_000_000_000, 1_000_000_000))
        .isEqualTo(4_000_000_000_000_000_000L);
    assertThat(Exactly.timesOverUp(1, 1, 3)).isEqualTo(1);
    assertThat(Exactly.timesOverUp(6, 1, 3)).isEqualTo(2);
  }
}

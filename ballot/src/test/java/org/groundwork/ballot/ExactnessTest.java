// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No floating point in the library. */
class ExactnessTest {
  private static final Pattern FLOATING = Pattern.compile("\\b(double|float|Double|Float|doubleValue|floatValue)\\b");

  @Test
  void hasNoFloatingPoint() throws IOException {
    try (var files = Files.walk(Path.of("src/main/java"))) {
      List<Path> sources = files.filter(each -> each.toString().endsWith(".java")).toList();
      assertThat(sources).hasSizeGreaterThan(40);
      assertThat(sources)
          .allSatisfy(each -> assertThat(floating(Files.readString(each))).as(each.toString()).isFalse());
    }
    assertThat(floating("long a = 1; double b = a / 2.0;")).as("a planted one is found").isTrue();
  }

  private static boolean floating(String source) { return FLOATING.matcher(source).find(); }
}

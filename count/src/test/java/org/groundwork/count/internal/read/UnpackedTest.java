// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.groundwork.count.BadFile;
import org.junit.jupiter.api.Test;

class UnpackedTest {
  @Test
  void refusesWhatUnpacksToMoreThanThereMayBe() throws IOException {
    byte[] file = zeros(100_000, 1);
    assertThatCode(() -> Unpacked.check(file, 100_000)).doesNotThrowAnyException();
    assertThatThrownBy(() -> Unpacked.check(file, 99_999)).isInstanceOf(BadFile.class)
        .hasMessageContaining("unpacks to more than");
  }

  @Test
  void refusesTooManyParts() throws IOException {
    byte[] file = zeros(1, 10_001);
    assertThatThrownBy(() -> Unpacked.check(file)).isInstanceOf(BadFile.class)
        .hasMessageContaining("unpacks to more than");
  }

  /** A few bytes that unpack to many. */
  private static byte[] zeros(int many, int parts) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (int part = 0; part < parts; part++) {
        zip.putNextEntry(new ZipEntry(part + "workbook.xml"));
        zip.write(new byte[many]);
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}

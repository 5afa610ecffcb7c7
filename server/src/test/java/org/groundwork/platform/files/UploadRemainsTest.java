// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadRemainsTest {

  @Test
  void deletesUploadsThatAKillLeftAndNothingElse(@TempDir Path tomcat) throws Exception {
    Path work = Files.createDirectories(tomcat.resolve("work/Tomcat/localhost/ROOT"));
    Files.writeString(work.resolve("upload_1234_00000001.tmp"), "evidence");
    Files.writeString(work.resolve("SESSIONS.ser"), "kept");
    assertThat(UploadRemains.delete(tomcat)).isEqualTo(1);
    assertThat(work).isDirectoryContaining("glob:**/SESSIONS.ser").isDirectoryNotContaining("glob:**/upload_*");
    assertThat(UploadRemains.delete(tomcat.resolve("not-there"))).isZero();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"C:\\fakepath\\a.jpg|a.jpg", "../../etc/passwd|passwd", "a/b/|–", "' '|–",
      "x\u202Egpj.exe|xgpj.exe", "a\u0000b.png|ab.png"})
  void shortensNamesToTheirLastPrintablePart(String given, String name) {
    assertThat(FileIntake.shortened(given)).isEqualTo(name);
    assertThat(FileIntake.shortened("n".repeat(500))).hasSize(80);
  }
}

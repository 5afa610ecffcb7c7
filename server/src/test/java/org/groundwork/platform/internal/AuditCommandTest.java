// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;

/** The command beside the running product, and on a file alone. */
@ExtendWith(ProductExtension.class)
class AuditCommandTest {
  @TempDir
  private Path directory;

  private record Ran(int code, String out, String err) {}

  @Test
  void saysOkForALocalOfTheRunningProduct(Product product, FoundedLocal local) {
    record(product, local);
    var ran = run("verify", "--data", data(product), "--local", local.handle());
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).startsWith(local.handle() + " ok: ");
    assertThat(ran.code()).isZero();
  }

  @Test
  void exportsAFileThatVerifiesAloneAndShowsTampering(Product product, FoundedLocal local) throws Exception {
    record(product, local);
    String file = directory.resolve("log").toString();
    org.awaitility.Awaitility.await()
        .until(() -> run("verify", "--data", data(product), "--local", local.handle()).out().contains(" 0 waiting"));
    assertThat(run("export", "--data", data(product), "--local", local.handle(), "--to", file).code()).isZero();
    assertThat(run("verify", "--file", file))
        .satisfies(ran -> assertThat(ran.out()).startsWith(local.handle() + " ok: "));

    List<String> lines = Files.readAllLines(Path.of(file));
    assertThat(lines).hasSizeGreaterThan(6);
    assertThat(tampered(lines, 3, line -> line.replaceFirst("^(seal 2 \\S+ )\\d+", "$15"))).contains("broken at 2");
    assertThat(tampered(lines, 3, line -> "")).contains(":4:1: ");
    assertThat(tampered(lines, lines.size() - 1, line -> "")).contains(": the file ends before its end");
    assertThat(tampered(lines, lines.size() - 3, line -> lines.get(lines.size() - 4))).contains("broken at ");
    assertThat(run("export", "--data", data(product), "--to", file).code()).as("an export is not overwritten")
        .isEqualTo(1);
  }

  @Test
  void comparesWithHeadsNotedEarlier(Product product, FoundedLocal local) throws Exception {
    record(product, local);
    var heads = run("head", "--data", data(product), "--local", local.handle());
    Path noted = Files.writeString(directory.resolve("heads"), heads.out());
    record(product, local);
    assertThat(run("verify", "--data", data(product), "--local", local.handle(), "--against", noted.toString()).code())
        .isZero();
    Files.writeString(noted, heads.out().replaceAll("[0-9a-f]{64}", "0".repeat(64)));
    var ran = run("verify", "--data", data(product), "--local", local.handle(), "--against", noted.toString());
    assertThat(ran.out()).contains("broken at ");
    assertThat(ran.code()).isEqualTo(1);
    Files.writeString(noted, "nothing");
    assertThat(run("verify", "--data", data(product), "--against", noted.toString()).err()).contains("heads:1:1: ");
  }

  @Test
  void tellsMisuseFromWhatIsMissing(Product product) {
    assertThat(run().code()).isEqualTo(2);
    assertThat(run("seal").code()).isEqualTo(2);
    assertThat(run("verify", "--to", "x").code()).isEqualTo(2);
    assertThat(run("export").code()).isEqualTo(2);
    assertThat(run("verify", "--data").code()).isEqualTo(2);
    assertThat(run("verify", "--help").code()).isZero();
    assertThat(run("verify", "--data", directory.resolve("nowhere").toString()).code()).isEqualTo(69);
    assertThat(run("verify", "--file", directory.resolve("nowhere").toString()).code()).isEqualTo(1);
    assertThat(run("verify", "--data", data(product), "--local", "nobodyhere").code()).isEqualTo(1);
  }

  private interface Edit {
    String of(String line);
  }

  private String tampered(List<String> lines, int at, Edit edit) throws Exception {
    var changed = new java.util.ArrayList<>(lines);
    String line = edit.of(changed.get(at));
    if (line.isEmpty()) {
      changed.remove(at);
      if (at < lines.size() - 1) {
        changed.add(at, "seal");
      }
    } else {
      changed.set(at, line);
    }
    Path file = Files.write(directory.resolve("tampered"), changed);
    var ran = run("verify", "--file", file.toString());
    assertThat(ran.code()).isEqualTo(1);
    return ran.out() + ran.err();
  }

  private static void record(Product product, FoundedLocal local) {
    local.write(() -> {
      for (int i = 0; i < 6; i++) {
        product.bean(Audit.class).record("person-seen", new SubjectRef("person", UUID.randomUUID()), "");
      }
      return true;
    });
  }

  private static String data(Product product) {
    return product.bean(Environment.class).getRequiredProperty("groundwork.data");
  }

  private static Ran run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int code = new AuditCommand().run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}

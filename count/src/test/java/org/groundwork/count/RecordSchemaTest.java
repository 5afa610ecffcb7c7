// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The record of every rule is as its schema in the documentation says. */
class RecordSchemaTest {
  @ParameterizedTest
  @EnumSource
  void isAsTheDocumentationSays(NamedRule rule) throws IOException {
    Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(Path.of("../docs/count-record.schema.json")));
    for (long seed = 0; seed < 100; seed++) {
      Election election = Generated.messy(seed);
      var record = new StringWriter();
      Reports.json("made-up.blt", rule, Counting.count(rule == NamedRule.RUNOFF ? election.withSeats(1) : election,
          rule.rule(), new Lots.Seeded("0")), record);
      assertThat(schema.validate(record.toString(), InputFormat.JSON)).as("election %d", seed).isEmpty();
    }
    assertThat(schema.validate("{\"file\":\"a\"}", InputFormat.JSON)).as("a planted defect").isNotEmpty();
  }
}

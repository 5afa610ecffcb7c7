// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The example of docs/SPEC-audit.md, section 6, computed there by another program. */
class ChainTest {
  private static final UUID LOCAL = UUID.fromString("01900000-0000-7000-8000-000000000001");
  private static final UUID ENTRY = UUID.fromString("01900000-0000-7000-8000-000000000002");

  @Test
  void followsTheExampleOfTheSpecification() {
    byte[] salt = new byte[32];
    byte[] payload = "person-seen\nperson\n01900000-0000-7000-8000-000000000003\n\n".getBytes(StandardCharsets.UTF_8);
    byte[] commitment = Chain.commitment(salt, payload);
    byte[] genesis = Chain.genesis(LOCAL);
    byte[] link = Chain.link(LOCAL, genesis, 1,
        new Chain.Sealed(ENTRY, Instant.parse("2026-11-24T00:00:00.000001Z"), commitment));
    assertThat(HexFormat.of().formatHex(commitment))
        .isEqualTo("e621852b51d29f8c81a369f60e1de58e80eb809a8065095117f55bcb161be956");
    assertThat(HexFormat.of().formatHex(genesis))
        .isEqualTo("162635695fb7c71a1350a759868698f61ed18c0dd4e80ef3be3c8a26f8d9c5ba");
    assertThat(HexFormat.of().formatHex(link))
        .isEqualTo("7ed0ce0e28d8f80740644cb07c35604e13767926283c6365feb17011b68c70ef");
  }

  @Test
  void tellsFieldsApartWhereTheirBytesRunTogether() {
    assertThat(Chain.commitment(new byte[]{1, 2}, new byte[]{3}))
        .isNotEqualTo(Chain.commitment(new byte[]{1}, new byte[]{2, 3}));
  }

  @Test
  void readsAPayloadAsItWasWritten() {
    var payload = new Payload("person-seen", new org.groundwork.platform.access.SubjectRef("person", ENTRY),
        java.util.Optional.empty(), "two\nlines");
    assertThat(Payload.parse(payload.bytes())).isEqualTo(payload);
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a watcher of the server learns, and no more. */
@ExtendWith(ProductExtension.class)
class HealthTest {

  @Test
  void saysThatItIsUpAndNothingOfItsParts(Visitor stranger) {
    for (String path : List.of("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")) {
      var answer = stranger.get(path);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).contains("UP").doesNotContain("components", "details", "database");
    }
  }

  @Test
  void answersNothingElseOfTheFramework(Visitor stranger) {
    for (String path : List.of("/actuator/env", "/actuator/beans", "/actuator/metrics", "/actuator/heapdump",
        "/actuator/mappings")) {
      assertThat(stranger.get(path).status()).as(path).isEqualTo(404);
    }
  }
}

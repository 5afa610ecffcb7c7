// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.paper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires paper. */
@Configuration(proxyBeanMethods = false)
class PaperConfiguration {

  @Bean
  Paper paper() { return new Paper(); }
}

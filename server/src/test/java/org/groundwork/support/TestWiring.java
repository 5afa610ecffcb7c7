// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.support;

import java.time.Clock;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Puts what tests hold in place of what the product would make itself: the clock. */
record TestWiring(TestClock clock) implements BeanPostProcessor {

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof Clock ? clock : bean;
  }
}

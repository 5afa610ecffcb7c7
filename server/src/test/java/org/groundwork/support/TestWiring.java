// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.support;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Puts what tests hold in place of what the product makes itself: the clock, and a guard before its pool. */
record TestWiring(TestClock clock) implements BeanPostProcessor {

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof Clock) {
      return clock;
    }
    return name.equals("appDataSource") ? TenantGuard.before((DataSource) bean) : bean;
  }
}

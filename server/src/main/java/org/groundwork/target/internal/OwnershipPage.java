// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.util.List;
import java.util.Optional;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.target.NetworkView;
import org.groundwork.target.Networks;
import org.groundwork.target.PastView;
import org.groundwork.target.Sales;

/**
 * One place of a register: who is behind it today, who held it before, and the sales that this local knows of.
 *
 * @param network whose it is today
 */
public record OwnershipPage(NetworkView.Member site, Optional<Networks.Face> network, List<NetworkView.Behind> behind,
    List<PastView.Owner> past, List<Sales.Sale> sales, SaleForm form, FormErrors errors, boolean decides)
    implements
      View {}

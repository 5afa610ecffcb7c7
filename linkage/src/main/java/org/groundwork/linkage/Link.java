// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

/**
 * One piece of evidence that two sites belong to one network.
 *
 * @param siteA the smaller identifier by {@link SiteIds#ORDER}
 * @param siteB the larger identifier
 * @param kind what kind of evidence
 * @param perMille how sure the evidence makes us, 1 to 1000; an order and not a measured probability
 * @param explanation the evidence in one sentence
 */
public record Link(String siteA, String siteB, LinkKind kind, int perMille, Message explanation) {}

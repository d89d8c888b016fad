package gradflow.report.plot;

/** What stands for one point. */
public enum Mark {
    /** A point on a curve. */
    DOT,
    /** A point by itself. */
    POINT,
    /** A value below every place of the axis: an exact 0 on an axis of powers of ten. It stands at the lower edge. */
    BELOW,
    /** A value above every place of the axis: ∞. It stands at the upper edge. */
    ABOVE
}

namespace Dashserv.Simulator.Forms;

/// <summary>How many places there are to choose from.</summary>
public enum LocationStyle
{
    /// <summary>Three, two of them in one country, with different prices.</summary>
    Several,

    /// <summary>Exactly one.</summary>
    One,
}

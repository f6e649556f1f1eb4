namespace Dashserv.Simulator.Forms;

/// <summary>Order forms differ in what they call things and in how they ask; nothing about that is promised, so there are three worlds.</summary>
public enum FormStyle
{
    /// <summary><c>cpu</c>, <c>ram</c>, <c>disk</c> as numbers, <c>image</c> as a list, <c>name</c>; a dedicated server is installed after delivery.</summary>
    A,

    /// <summary><c>cores</c> as a choice, <c>os</c> keyed by the image's name, <c>hostname</c>; a dedicated server's template is ordered with it.</summary>
    B,

    /// <summary>No name; hidden and unchangeable options, a fixed bandwidth, a choice of traffic.</summary>
    C,
}

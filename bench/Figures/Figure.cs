namespace Figures;

/// <summary>One row of the result.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Ours">Our value, with its unit.</param>
/// <param name="Reference">What it is held against, with its unit; empty where the goal is absolute.</param>
/// <param name="Ratio">Ours divided by the reference.</param>
/// <param name="Goal">The goal in words.</param>
/// <param name="IsMet">Whether it is reached; null for a row that only informs.</param>
internal sealed record Figure(string Name, string Ours, string Reference, double? Ratio, string Goal, bool? IsMet)
{
    /// <summary>A figure whose goal is a multiple of its reference.</summary>
    public static Figure AtMost(double limit, string name, double ours, double reference, string unit, string referenceName) => new(
        name, $"{Text(ours)} {unit}", $"{Text(reference)} {unit} {referenceName}", ours / reference, $"<= {Text(limit)} x", ours <= limit * reference);

    public static string Text(double value) => value >= 100 || value == Math.Floor(value) ? $"{value:0}" : value >= 10 ? $"{value:0.0}" : $"{value:0.00}";
}

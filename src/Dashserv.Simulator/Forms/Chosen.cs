namespace Dashserv.Simulator.Forms;

/// <summary>An option with a valid value: how a quote shows it, what it costs a month and once, and what it means to the product.</summary>
internal sealed record Chosen(FormOption Option, string Shown, decimal Cost, decimal Setup, string Means);

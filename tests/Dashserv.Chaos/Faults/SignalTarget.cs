namespace Dashserv.Chaos.Faults;

/// <summary>Who gets a signal.</summary>
internal enum SignalTarget
{
    Terraform,
    Provider,
    Group,
}

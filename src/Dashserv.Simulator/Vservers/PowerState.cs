namespace Dashserv.Simulator.Vservers;

/// <summary>What a server's status says.</summary>
public enum PowerState
{
    Offline,
    Online,
    Installing,
}

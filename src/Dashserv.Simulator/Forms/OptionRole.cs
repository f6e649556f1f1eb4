namespace Dashserv.Simulator.Forms;

/// <summary>What an option means to the product, whatever the form calls it.</summary>
internal enum OptionRole
{
    None,
    Cores,
    Ram,
    Disk,
    Image,
    Name,
    Template,
}

using WebKv.Engine.Commands;

namespace WebKv.Server.Info;

internal sealed class CpuSection : IInfoSection
{
    public string Name => "cpu";

    public void Write(InfoText text, CommandDispatcher dispatcher)
    {
        Environment.ProcessCpuUsage usage = Environment.CpuUsage;
        text.Add("used_cpu_sys", usage.PrivilegedTime.TotalSeconds, decimals: 6)
            .Add("used_cpu_user", usage.UserTime.TotalSeconds, decimals: 6);
    }
}

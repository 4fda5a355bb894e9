Libraries that come with the program, each in a jar of its own in experiments/target/lib, and their licences.
Made by the build from their POMs; LicencesTest checks that this file is up to date and that every licence is compatible.
Where / stands between two, the library states both.

org.apache.echarts:echarts:6.1.0, in straits.jar and in every report.html | Apache-2.0 / BSD-3-Clause
<#list dependencyMap as entry>
<#assign library = entry.getKey()>
${library.groupId}:${library.artifactId}:${library.version} | <#list entry.getValue() as licence>${licence}<#sep> / </#sep></#list>
</#list>

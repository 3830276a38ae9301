{%- if site.search_page -%}
{%- capture form %}{% render "search-dialog" %}{% endcapture -%}
globalThis.cours_recherche = {
"words": {
{%- for name in labels.search.said %}
"{{ name[0] }}": "{{ name[1] }}"{% unless forloop.last %},{% endunless %}
{%- endfor %}
},
"root": "{{ page.root }}",
"form": "{{ form }}"
};
{%- endif -%}

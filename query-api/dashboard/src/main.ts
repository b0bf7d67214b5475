import { VueQueryPlugin } from '@tanstack/vue-query'
import { createApp } from 'vue'
import App from './App.vue'
import { client } from './api/cache'
import { router } from './router'
import { startPreferences } from './session/preferences'
import './styles/tokens.css'
import './styles/base.css'

startPreferences()
createApp(App).use(router).use(VueQueryPlugin, { queryClient: client }).mount('#app')
